import { describe, expect, test } from 'vitest';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import type { OfferedTemplate } from '../../../../electron/shared/templates.ts';
import { countPlaceholders, nextPlaceholder } from './placeholders.ts';
import { matchingTemplates } from './template-matches.ts';

const offered = (shortcut: string, parts: Partial<OfferedTemplate> = {}): OfferedTemplate => ({
  ...{ id: shortcut as TemplateId, name: shortcut, shortcut, folder: '', tags: [], favourite: false },
  ...{ files: [], locale: 'en', reason: 'locale', source: 'Hello', score: 0, words: [] },
  ...parts,
});
const shelf = [
  offered('late', { source: 'Your refund is on its way.' }),
  offered('money-back', { name: 'Refund started' }),
  offered('refund-late'),
  offered('gift', { tags: ['refund'] }),
  offered('refund'),
  offered('card', { folder: 'Orders/Refunds' }),
  offered('disculpa', { name: 'Devolución' }),
];
const found = (query: string) => matchingTemplates(shelf, query).map(({ shortcut }) => shortcut);

describe('what is typed after the slash finds templates', () => {
  test('by shortcut, then by name, tag and folder, and text; within these in the order of meaning', () => {
    expect(found('refund')).toEqual(['refund', 'refund-late', 'money-back', 'gift', 'card', 'late']);
    expect(found('ref')).toEqual(['refund-late', 'refund', 'money-back', 'gift', 'card', 'late']);
  });
  test('accents don’t matter', () => expect(found('devolucion')).toEqual(['disculpa']));
  test('nothing typed: all, in the order of meaning', () => expect(found('')).toHaveLength(7));
  test('nothing found', () => expect(found('xylophone')).toEqual([]));
  test('no more than can be read', () => {
    const many = Array.from({ length: 30 }, (_, index) => offered(`t${index}`));
    expect(matchingTemplates(many, '')).toHaveLength(8);
  });
});

test('the next placeholder, from the caret on and round again', () => {
  const text = 'Hi [customer.name], order [order.number] of [fill.n2_days] [not one]';
  const at = (from: number) => {
    const next = nextPlaceholder(text, from);
    return next && text.slice(next.start, next.end);
  };
  expect([at(0), at(4), at(30), at(60)]).toEqual([
    '[customer.name]',
    '[order.number]',
    '[fill.n2_days]',
    '[customer.name]',
  ]);
  expect(nextPlaceholder('nothing', 0)).toBeNull();
  expect(countPlaceholders(text)).toBe(3);
});
