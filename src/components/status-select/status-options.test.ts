import { expect, test } from 'vitest';
import type { StatusId } from '../../../electron/shared/ids.ts';
import type { NamedStatus } from '../../../electron/shared/statuses.ts';
import { askedAmong, statusOptions } from './status-options.ts';

const named = (name: string, category: NamedStatus['category'], retired = false): NamedStatus => ({
  id: `id of ${name}` as StatusId,
  name,
  category,
  retired,
});
const all = [named('Courier', 'on-hold'), named('Photos', 'waiting'), named('Shop', 'on-hold', true)];
const wordOf = (category: string) => category.toUpperCase();

test('a category comes before its names; what is retired is offered where it is chosen alone', () => {
  const options = statusOptions(all, { wordOf, chosen: [] });
  expect(options.map(({ value }) => value)).toEqual([
    ...['new', 'open', 'waiting', 'id of Photos', 'on-hold', 'id of Courier', 'snoozed', 'resolved', 'spam'],
  ]);
  expect(options[5]).toMatchObject({ label: 'ON-HOLD · \u2068Courier\u2069', status: 'on-hold' });
  const chosen = statusOptions(all, { wordOf, chosen: ['id of Shop'] });
  expect(chosen.map(({ value }) => value)).toContain('id of Shop');
});

test('what is asked keeps the order of the options, and names that are not known yet', () => {
  const asked = ['open' as const, 'id of Courier' as StatusId];
  const unknown = { options: statusOptions([], { wordOf, chosen: asked }), asked };
  expect(askedAmong([...asked, 'new'], unknown)).toEqual(['new', 'open', 'id of Courier']);
  expect(askedAmong(['open'], unknown)).toEqual(['open']);
  const known = { options: statusOptions(all, { wordOf, chosen: asked }), asked };
  expect(askedAmong(['spam', ...asked], known)).toEqual(['open', 'id of Courier', 'spam']);
  expect(askedAmong(['open', 'nothing'], known)).toEqual(['open']);
});
