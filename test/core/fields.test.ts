import { expect, test } from 'vitest';
import { readForExport } from '../../electron/core/features/conversations/reading/export-queries.ts';
import { fieldCondition } from '../../electron/core/features/conversations/search/search-fields.ts';
import { hitsSql } from '../../electron/core/features/conversations/search/search-queries.ts';
import { mostFields } from '../../electron/shared/field-words.ts';
import type { FieldDraft } from '../../electron/shared/fields.ts';
import { openAutomationDesk, wholeOf } from '../support/automation-desk.ts';

const aField: FieldDraft = { id: null, name: 'Order', kind: 'text', choices: [], required: false };

test('a field holds what its kind says, in one form, and its changes are facts', () => {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const { store } = client;
  const { id } = desk.ask(client, { number: 1 });
  const fields = desk.defineFields(store, [
    { name: 'Order', kind: 'text' },
    { name: 'Amount', kind: 'number' },
    { name: 'Bought', kind: 'date' },
    { name: 'Angry', kind: 'yes-no' },
    { name: 'Reason', kind: 'choice', choices: ['Late', 'Broken'] },
  ]);
  const set = (name: string, value: string | null) =>
    desk.fields.set(store, desk.operator, { id, fieldId: fields.get(name)!, value });
  const held = () =>
    Object.fromEntries(
      desk.fields.list(store).map(({ name, id: fieldId }) => [name, desk.fields.values(store, id)[fieldId]]),
    );
  set('Order', '  NW-7 ');
  set('Amount', '012,50');
  set('Bought', '2026-02-28');
  set('Angry', 'yes');
  set('Reason', 'Late');
  expect(held()).toEqual({
    Order: 'NW-7',
    Amount: '12.5',
    Bought: '2026-02-28',
    Angry: 'yes',
    Reason: 'Late',
  });
  for (const [name, value] of [
    ['Amount', 'twelve'],
    ['Bought', '2026-02-30'],
    ['Angry', 'maybe'],
    ['Reason', 'late'],
    ['Order', 'x'.repeat(501)],
  ] as const)
    expect(() => set(name, value)).toThrow('field-invalid');
  expect(set('Amount', '12.50')).toBe(false);
  set('Order', ' ');
  expect(held()).toMatchObject({ Order: undefined });
  const told = wholeOf(store, id).events.flatMap(({ body }) =>
    body.type === 'field-changed' ? [[body.name, body.from, body.to]] : [],
  );
  expect(told).toEqual([
    ['Order', null, 'NW-7'],
    ['Amount', null, '12.5'],
    ['Bought', null, '2026-02-28'],
    ['Angry', null, 'yes'],
    ['Reason', null, 'Late'],
    ['Order', 'NW-7', null],
  ]);
  expect(readForExport(store, id).fields).toEqual({
    Amount: '12.5',
    Bought: '2026-02-28',
    Angry: 'yes',
    Reason: 'Late',
  });
});

test('nothing is resolved while a required field is empty, whoever tries, and the missing ones are named', () => {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const { store } = client;
  const { id } = desk.ask(client, { number: 1 });
  const fields = desk.defineFields(store, [
    { name: 'Order', kind: 'text', required: true },
    { name: 'Mood', kind: 'text' },
    { name: 'Reason', kind: 'choice', choices: ['Late'], required: true },
  ]);
  const resolve = () => desk.conversations.setStatus(store, desk.operator, { id, status: 'resolved' });
  expect(resolve).toThrow(
    expect.objectContaining({
      code: 'fields-missing',
      detail: {
        conversationId: id,
        names: 'Order, Reason',
        ids: `${fields.get('Order')},${fields.get('Reason')}`,
      },
    }),
  );
  desk.conversations.setStatus(store, desk.operator, { id, status: 'on-hold' });
  desk.fields.set(store, desk.operator, { id, fieldId: fields.get('Order')!, value: '7' });
  expect(() => desk.conversations.mustBeResolvable(store, id)).toThrow('fields-missing');
  desk.fields.set(store, desk.operator, { id, fieldId: fields.get('Reason')!, value: 'Late' });
  resolve();
  expect(wholeOf(store, id).row?.status).toBe('resolved');
});

test('a field that is removed is asked for no more; put back by its id it still holds what it held', () => {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const { store } = client;
  const { id } = desk.ask(client, { number: 1 });
  const fieldId = desk.defineFields(store, [{ name: 'Order', kind: 'text', required: true }]).get('Order')!;
  desk.fields.set(store, desk.operator, { id, fieldId, value: 'NW-7' });
  expect(desk.fields.define(store, { fields: [], removed: [fieldId] })).toEqual([]);
  expect(desk.fields.list(store)).toEqual([]);
  expect(desk.fields.values(store, id)).toEqual({});
  expect(() => desk.fields.set(store, desk.operator, { id, fieldId, value: 'x' })).toThrow('not-found');
  const order = { ...aField, id: fieldId, name: 'Order no.' };
  desk.fields.define(store, { fields: [order], removed: [] });
  expect(desk.fields.values(store, id)).toEqual({ [fieldId]: 'NW-7' });
  const stranger = '0195c0de-0000-7000-8000-000000000001' as typeof fieldId;
  expect(() =>
    desk.fields.define(store, { fields: [{ ...aField, id: stranger }], removed: [fieldId] }),
  ).toThrow('not-found');
  expect(desk.fields.list(store)).toEqual([order]);
});

test("a colleague's new field outlives the saving of a form that was opened before it", () => {
  const desk = openAutomationDesk();
  const { store } = desk.openClient('northwind');
  const fieldId = desk.defineFields(store, [{ name: 'Order', kind: 'text' }]).get('Order')!;
  const opened = desk.fields.list(store).map((field) => ({ ...field, choices: [] }));
  desk.defineFields(store, [{ name: 'Colour', kind: 'text' }]);
  const fields = [{ ...aField, name: 'Shop' }, ...opened];
  const defined = desk.fields.define(store, { fields, removed: [] });
  expect(defined.map(({ name }) => name)).toEqual(['Shop', 'Order']);
  expect(defined[1]?.id).toBe(fieldId);
  const names = () => desk.fields.list(store).map(({ name }) => name);
  expect(names().toSorted()).toEqual(['Colour', 'Order', 'Shop']);
  const double = { fields: [{ ...aField, name: 'colour' }], removed: [fieldId] };
  expect(() => desk.fields.define(store, double)).toThrow('conflict');
  const many = Array.from({ length: mostFields - 2 }, (_, n) => ({ ...aField, name: `Field ${n}` }));
  expect(() => desk.fields.define(store, { fields: many, removed: [] })).toThrow(
    expect.objectContaining({ code: 'too-many', detail: { what: 'field', most: mostFields } }),
  );
  expect(names().toSorted()).toEqual(['Colour', 'Order', 'Shop']);
});

test('a search finds what a field of its client holds', () => {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const other = desk.openClient('acme');
  const { store } = client;
  const fields = desk.defineFields(store, [
    { name: 'Order', kind: 'text' },
    { name: 'Amount', kind: 'number' },
    { name: 'Kind of it', kind: 'choice', choices: ['Refund', 'Late parcel'] },
  ]);
  const asked = [1, 2, 3].map((number) => {
    desk.clock.advance(60_000);
    return desk.ask(client, { number, text: 'Where is it?' }).id;
  });
  desk.clock.advance(60_000);
  desk.ask(other, { number: 4, text: 'Where is it?' });
  const put = (at: number, values: Record<string, string>) =>
    Object.entries(values).forEach(([name, value]) =>
      desk.fields.set(store, desk.operator, { id: asked[at]!, fieldId: fields.get(name)!, value }),
    );
  put(0, { Order: 'NW-7', Amount: '12,50', 'Kind of it': 'Refund' });
  put(1, { Order: 'nw-70', 'Kind of it': 'Late parcel' });
  const found = (text: string) =>
    desk.conversations
      .search([store, other.store], { clientId: null, text, cursor: null, limit: 50 })
      .hits.map(({ contactName }) => Number(contactName.slice(-1)));
  expect(found('field:order=nw-7')).toEqual([1]);
  expect(found('field:amount=12.5')).toEqual([1]);
  expect(found('field:amount=twelve')).toEqual([]);
  expect(found('field:"kind of it"="late parcel" where ')).toEqual([2]);
  expect(found('field:kind=refund')).toEqual([1]);
  expect(found('field:order')).toEqual([2, 1]);
  expect(found('-field:order')).toEqual([4, 3]);
  expect(found('field:order -field:kind=refund')).toEqual([2]);
  expect(found('field:nothing=7')).toEqual([]);
  const index = store
    .prepare(
      `EXPLAIN QUERY PLAN ${hitsSql({ match: null, exclude: null, conditions: [fieldCondition(store, { name: 'order', value: 'nw-7' })] })}`,
    )
    .all(1, '[]', 1) as { detail: string }[];
  expect(index.map(({ detail }) => detail).join()).toContain('messages_by_conversation');
});
