import { expect, test } from 'vitest';
import type { Condition, RuleDraft } from '../../electron/shared/automations.ts';
import type { TemplateId } from '../../electron/shared/ids.ts';
import { aReplyTo } from '../support/a-message.ts';
import { openAutomationDesk, wholeOf } from '../support/automation-desk.ts';
import { aBatch } from '../support/conversations-desk.ts';

const minute = 60_000;

/** A customer's question, for rules that wait half an hour for its answer. */
async function aLongWait() {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const { store } = client;
  const templateId = await desk.writeTemplate(client, 'Delay', 'Sorry for the delay.');
  const always: Condition = { kind: 'all', of: [] };
  const rule = (actions: RuleDraft['actions'], condition: Condition = always) =>
    desk.automations.save(store, {
      ...{ id: null, name: 'A rule', enabled: true, trigger: { kind: 'no-reply', minutes: 30 } },
      ...{ condition, actions },
    });
  const fill = (id: TemplateId) => ({ kind: 'template', templateId: id }) as const;
  return { ...desk, client, store, rule, fill, templateId, asked: desk.ask(client, { number: 1 }) };
}

test('answered while the template is filled, nobody says sorry, and no further rule acts', async () => {
  const desk = await aLongWait();
  const { store, client, asked, clock, rule, fill, templateId } = desk;
  rule([fill(templateId)]);
  rule([{ kind: 'tag', tag: 'late' }]);
  clock.advance(30 * minute);
  const reply = aReplyTo(asked.message, { sentAt: clock.now() });
  desk.whileFilling(() => void desk.conversations.ingest(store, client.channelId, aBatch([reply])));
  await desk.automations.work(store);
  await desk.automations.work(store);
  expect(desk.draftOf(store, asked.id)).toBeUndefined();
  const { tags, events } = wholeOf(store, asked.id);
  expect(tags).toEqual([]);
  expect(events.map(({ body }) => body.type)).not.toContain('rule-ran');
});

test('what a rule does itself ends the occasion for no other', async () => {
  const desk = await aLongWait();
  const { store, asked, clock, rule, fill, templateId } = desk;
  rule([{ kind: 'status', status: 'resolved' }]);
  rule([fill(templateId), { kind: 'tag', tag: 'late' }]);
  clock.advance(30 * minute);
  await desk.automations.work(store);
  expect(wholeOf(store, asked.id)).toMatchObject({ row: { status: 'resolved' }, tags: [{ tag: 'late' }] });
  expect(desk.draftOf(store, asked.id)?.text).toBe('Sorry for the delay.');
});

test('a rule sees what was done while the template of the one before it was filled', async () => {
  const desk = await aLongWait();
  const { store, asked, clock, rule, fill, templateId } = desk;
  const unknown: Condition = { kind: 'not', of: { kind: 'tag', any: ['known'] } };
  rule([fill(templateId)], unknown);
  rule([{ kind: 'tag', tag: 'late' }], unknown);
  clock.advance(30 * minute);
  desk.whileFilling(() =>
    desk.conversations.tag(store, desk.operator, { id: asked.id, tag: 'known', on: true }),
  );
  await desk.automations.work(store);
  expect(wholeOf(store, asked.id).tags.map(({ tag }) => tag)).toEqual(['known']);
});
