import { expect, test } from 'vitest';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import type { Template } from '../../../../electron/shared/templates.ts';
import { hasText, textAt, withText, bodyOf } from './template-body.ts';
import { markOf, shelved } from './template-shelf.ts';

const template = (name: string, parts: Partial<Template> = {}): Template => ({
  ...{ id: name as TemplateId, name, shortcut: name, locale: 'en', source: 'Hello', variants: [] },
  ...{ folder: '', tags: [], attachmentIds: [], expiresOn: null, version: 1, state: 'published' },
  ...{ publishedVersion: 1, expired: false, favourite: false, files: [], updatedAt: '', updatedBy: null },
  returnedFor: null,
  ...parts,
});
const shelf = [
  template('apology', { favourite: true }),
  template('refund', { folder: 'Orders/Refunds', tags: ['money'] }),
  template('delay', { folder: 'Orders', source: 'Your money is safe.' }),
];
const found = (query: string, onlyFavourites = false) =>
  shelved(shelf, { query, onlyFavourites }).map(({ folder, templates }) => [
    folder,
    ...templates.map(({ name }) => name),
  ]);

test('templates stand by folder, those without one last', () => {
  expect(found('')).toEqual([
    ['Orders', 'delay'],
    ['Orders/Refunds', 'refund'],
    ['', 'apology'],
  ]);
});
test('what is searched for may stand anywhere, and a slash means a shortcut', () => {
  expect(found('money').flat()).toEqual(['Orders', 'delay', 'Orders/Refunds', 'refund']);
  expect(found('/refund')).toEqual([['Orders/Refunds', 'refund']]);
  expect(found('', true)).toEqual([['', 'apology']]);
});

test('a word says how a template stands', () => {
  expect(markOf(template('a'))).toBe('published');
  expect(markOf(template('a', { expired: true }))).toBe('expired');
  expect(markOf(template('a', { state: 'draft', publishedVersion: null }))).toBe('draft');
  expect(markOf(template('a', { state: 'draft' }))).toBe('changed');
  expect(markOf(template('a', { state: 'submitted' }))).toBe('submitted');
});

test('one text of several is changed, and the others stay', () => {
  const variant = { locale: 'es', channel: null, source: 'Hola' };
  const body = bodyOf(template('a', { variants: [variant] }), 'en');
  expect(textAt(body, 1)).toEqual(variant);
  expect(textAt(withText(body, { index: 1, source: 'Buenas' }), 1).source).toBe('Buenas');
  expect(textAt(withText(body, { index: 0, source: 'Hi' }), 0)).toEqual({
    locale: 'en',
    channel: null,
    source: 'Hi',
  });
  expect(hasText(body, { locale: 'en', channel: null })).toBe(true);
  expect(hasText(body, { locale: 'es', channel: 'mail' })).toBe(false);
});
