import { expect, test } from 'vitest';
import type { RuleAction } from '../../electron/shared/actions.ts';
import type { Condition, RuleDraft } from '../../electron/shared/automations.ts';
import type { ConversationId, FieldId, StatusId, TemplateId } from '../../electron/shared/ids.ts';
import { createRandom, type Random } from '../bench/support/random.ts';
import { anAnswerTo, aReplyTo } from '../support/a-message.ts';
import {
  openAutomationDesk,
  wholeOf,
  type AutomationDesk,
  type DeskClient,
} from '../support/automation-desk.ts';
import { aBatch } from '../support/conversations-desk.ts';

const minute = 60_000;
const always: Condition = { kind: 'all', of: [] };

const ruleOf = (rule: Partial<RuleDraft>): RuleDraft => ({
  id: null,
  name: 'A rule',
  enabled: true,
  trigger: { kind: 'message-received' },
  condition: always,
  actions: [{ kind: 'tag', tag: 'seen' }],
  ...rule,
});

function aDesk() {
  const desk = openAutomationDesk();
  const client = desk.openClient('northwind');
  const tagsOf = (id: ConversationId) => wholeOf(client.store, id).tags.map(({ tag }) => tag);
  const work = () => desk.automations.work(client.store);
  return { ...desk, desk, client, store: client.store, tagsOf, work };
}

test('a rule acts when what it waits for happens, once, and says so in the history', async () => {
  const { desk, client, store, tagsOf, work } = aDesk();
  const before = desk.ask(client, { number: 1 });
  desk.clock.advance(minute);
  const id = desk.automations.save(
    store,
    ruleOf({
      name: 'Parcels',
      condition: { kind: 'text', in: 'subject', how: 'contains', words: ['parcel'] },
    }),
  );
  const parcel = desk.ask(client, { number: 2, subject: 'My Parcel' });
  const other = desk.ask(client, { number: 3, subject: 'My invoice' });
  await work();
  await work();
  expect([before, parcel, other].map((each) => tagsOf(each.id))).toEqual([[], ['seen'], []]);
  const ran = wholeOf(store, parcel.id).events.filter(({ body }) => body.type === 'rule-ran');
  expect(ran).toMatchObject([
    { actor: 'system', body: { type: 'rule-ran', ruleId: id, name: 'Parcels', did: ['tag'] } },
  ]);
  expect(desk.automations.book(store).rules).toMatchObject([{ id, runs: 1, failure: null }]);
});

test('every trigger is heard', async () => {
  const { desk, client, store, tagsOf, work } = aDesk();
  const order = desk.defineFields(store, [{ name: 'Order', kind: 'text' }]).get('Order')!;
  const wait = (tag: string, trigger: RuleDraft['trigger']) =>
    desk.automations.save(store, ruleOf({ trigger, actions: [{ kind: 'tag', tag }] }));
  wait('created', { kind: 'conversation-created' });
  wait('received', { kind: 'message-received' });
  wait('reopened', { kind: 'conversation-reopened' });
  wait('sent', { kind: 'reply-sent' });
  wait('status', { kind: 'status-changed', to: ['on-hold'] });
  wait('tagged', { kind: 'tag-added', tags: ['vip'] });
  wait('field', { kind: 'field-changed', fieldId: order });
  wait('unanswered', { kind: 'no-reply', minutes: 30 });
  wait('soon', { kind: 'due-soon' });
  wait('late', { kind: 'overdue' });
  desk.serviceLevels.define(store, { firstResponse: 100, nextResponse: null, resolution: null });
  const { id, message } = desk.ask(client, { number: 1 });
  const step = async (work_: () => void) => {
    const before = new Set(tagsOf(id));
    work_();
    await work();
    return tagsOf(id).filter((tag) => !before.has(tag));
  };
  expect(await step(() => undefined)).toEqual(['created', 'received']);
  const { conversations, operator, clock } = desk;
  expect(await step(() => conversations.tag(store, operator, { id, tag: 'vip', on: true }))).toEqual([
    'tagged',
    'vip',
  ]);
  expect(await step(() => void desk.fields.set(store, operator, { id, fieldId: order, value: '7' }))).toEqual(
    ['field'],
  );
  expect(await step(() => clock.advance(29 * minute))).toEqual([]);
  expect(await step(() => clock.advance(minute))).toEqual(['unanswered']);
  expect(await step(() => clock.advance(50 * minute))).toEqual(['soon']);
  expect(await step(() => clock.advance(20 * minute))).toEqual(['late']);
  expect(await step(() => conversations.setStatus(store, operator, { id, status: 'on-hold' }))).toEqual([
    'status',
  ]);
  clock.advance(minute);
  const reply = aReplyTo(message, { sentAt: clock.now() });
  expect(await step(() => void conversations.ingest(store, client.channelId, aBatch([reply])))).toEqual([
    'sent',
  ]);
  conversations.setStatus(store, operator, { id, status: 'resolved' });
  clock.advance(minute);
  const answer = anAnswerTo(reply, { sentAt: clock.now() });
  expect(await step(() => void conversations.ingest(store, client.channelId, aBatch([answer])))).toEqual([
    'reopened',
  ]);
});

test('the first that fits, or all that do, each after the one before it; in the order that was chosen', async () => {
  const { desk, client, store, tagsOf, work } = aDesk();
  const untagged: Condition = { kind: 'not', of: { kind: 'tag', any: ['one'] } };
  const one = desk.automations.save(store, ruleOf({ actions: [{ kind: 'tag', tag: 'one' }] }));
  const two = desk.automations.save(
    store,
    ruleOf({ condition: untagged, actions: [{ kind: 'tag', tag: 'two' }] }),
  );
  const three = desk.automations.save(store, ruleOf({ actions: [{ kind: 'tag', tag: 'three' }] }));
  const asked = async (number: number) => {
    const { id } = desk.ask(client, { number });
    await work();
    return tagsOf(id);
  };
  expect(await asked(1)).toEqual(['one', 'three']);
  desk.automations.arrange(store, [three, two, one]);
  expect(await asked(2)).toEqual(['one', 'three', 'two']);
  desk.automations.setMode(store, 'first');
  expect(await asked(3)).toEqual(['three']);
});

test('a rule that fails is shown, leaves nothing half done, and neither mail nor other rules wait for it', async () => {
  const { desk, client, store, tagsOf, work } = aDesk();
  desk.defineFields(store, [{ name: 'Order', kind: 'text', required: true }]);
  const bad: RuleAction[] = [
    { kind: 'tag', tag: 'half' },
    { kind: 'status', status: 'resolved' },
  ];
  const id = desk.automations.save(store, ruleOf({ name: 'Bad', actions: bad }));
  desk.automations.save(store, ruleOf({ name: 'Good' }));
  const asked = [1, 2, 3].map((number) => desk.ask(client, { number }).id);
  await work();
  expect(asked.map(tagsOf)).toEqual([['seen'], ['seen'], ['seen']]);
  expect(desk.automations.book(store).rules).toMatchObject([
    { id, runs: 0, failure: { error: { code: 'fields-missing', detail: { names: 'Order' } } } },
    { name: 'Good', runs: 3, failure: null },
  ]);
});

test('rules that undo each other come to rest: what one does sets off no other', async () => {
  const { desk, client, store, tagsOf, work } = aDesk();
  const on: RuleDraft['trigger'] = { kind: 'tag-added', tags: [] };
  desk.automations.save(
    store,
    ruleOf({
      trigger: on,
      actions: [
        { kind: 'tag', tag: 'a' },
        { kind: 'untag', tag: 'b' },
      ],
    }),
  );
  desk.automations.save(
    store,
    ruleOf({
      trigger: on,
      actions: [
        { kind: 'tag', tag: 'b' },
        { kind: 'untag', tag: 'a' },
      ],
    }),
  );
  const { id } = desk.ask(client, { number: 1 });
  desk.conversations.tag(store, desk.operator, { id, tag: 'go', on: true });
  for (let round = 0; round < 5; round += 1) await work();
  expect(tagsOf(id)).toEqual(['b', 'go']);
  expect(wholeOf(store, id).events.filter(({ body }) => body.type === 'rule-ran')).toHaveLength(2);
});

test('a notice is for whom it names, until they have seen it', async () => {
  const { desk, client, store, work } = aDesk();
  const hal = desk.hire('Hal', [{ clientId: store.clientId, role: 'agent' }]);
  const tell = (to: 'assignee' | 'everybody', text: string): RuleAction => ({ kind: 'notify', to, text });
  desk.automations.save(
    store,
    ruleOf({
      actions: [{ kind: 'assign', to: hal.id }, tell('everybody', 'For all'), tell('assignee', 'Yours')],
    }),
  );
  const { id } = desk.ask(client, { number: 1 });
  await work();
  const told = (who: typeof hal) => desk.automations.notices(store, who.id).map(({ text }) => text);
  expect(told(hal)).toEqual(['For all', 'Yours']);
  const [first] = desk.automations.notices(store, hal.id);
  expect(first).toMatchObject({ conversationId: id });
  desk.automations.see(store, hal.id, first!.id);
  expect(told(hal)).toEqual(['Yours']);
  expect(told(desk.ada)).toEqual(['For all']);
});

test('a rule counts from when it was switched on: no old mail, no old deadline', async () => {
  const { desk, client, store, tagsOf, work } = aDesk();
  const old = desk.ask(client, { number: 1 });
  desk.clock.advance(60 * minute);
  const rule = ruleOf({ trigger: { kind: 'no-reply', minutes: 30 } });
  desk.automations.save(store, rule);
  desk.automations.save(store, ruleOf({ actions: [{ kind: 'tag', tag: 'mail' }] }));
  const imported = desk.ask(client, { number: 2, at: desk.clock.now() - 600 * minute });
  const fresh = desk.ask(client, { number: 3 });
  await work();
  desk.clock.advance(31 * minute);
  await work();
  expect([old, imported, fresh].map(({ id }) => tagsOf(id))).toEqual([[], [], ['mail', 'seen']]);
});

interface Named {
  readonly courier: StatusId;
  readonly retired: StatusId;
  /** Two of three are offered. */
  readonly templates: readonly [TemplateId, TemplateId, TemplateId];
}

test('a rule fills a reply that nobody has begun, with the words of this customer, and sends nothing', async () => {
  const { desk, client, store, work } = aDesk();
  const hal = desk.hire('Hal Weber', [{ clientId: store.clientId, role: 'agent' }]);
  const templateId = await desk.writeTemplate(
    client,
    'Parcel',
    'Dear {{ customer.first_name }}, it is on its way. {{ operator.first_name }}',
  );
  const other = await desk.writeTemplate(client, 'Other', 'Something else');
  const put = (id: TemplateId): RuleAction => ({ kind: 'template', templateId: id });
  const rule = ruleOf({
    condition: { kind: 'text', in: 'subject', how: 'contains', words: ['parcel'] },
    actions: [{ kind: 'assign', to: hal.id }, put(templateId), put(other)],
  });
  desk.automations.save(store, rule);
  const empty = desk.ask(client, { number: 1, subject: 'My parcel' }).id;
  const begun = desk.ask(client, { number: 2, subject: 'My parcel' }).id;
  const unfit = desk.ask(client, { number: 3, subject: 'Invoice' }).id;
  desk.begin(store, { id: begun, templateId: other });
  const before = desk.draftOf(store, begun);
  const { hits } = await desk.automations.dryRun(store, rule);
  expect(hits.map(({ effects }) => effects.map(({ changes }) => changes))).toEqual([
    [true, false, false],
    [true, true, false],
  ]);
  expect(desk.draftOf(store, empty)).toBeUndefined();
  await work();
  expect(desk.draftOf(store, empty)).toMatchObject({
    text: 'Dear Customer, it is on its way. Hal',
    ...{ operatorId: null, templateId, subject: 'Re: My parcel' },
    recipients: { to: [{ address: 'customer-1@customer.example' }], cc: [], bcc: [] },
    identity: { address: 'help@northwind.example' },
  });
  expect(desk.draftOf(store, begun)).toEqual(before);
  expect(desk.draftOf(store, unfit)).toBeUndefined();
  const did = (id: ConversationId) =>
    wholeOf(store, id).events.flatMap(({ body }) => (body.type === 'rule-ran' ? [body.did] : []));
  expect([empty, begun, unfit].map(did)).toEqual([[['assign', 'template']], [['assign']], []]);
  expect(store.prepare('SELECT count(*) AS count FROM outbox').get()).toEqual({ count: 0 });
  expect(wholeOf(store, empty).messages).toHaveLength(1);
});

test('what changes while the template is filled counts: answered meanwhile, the rule leaves it', async () => {
  const { desk, client, store } = aDesk();
  const templateId = await desk.writeTemplate(client, 'Parcel', 'It is on its way.');
  const { id } = desk.ask(client, { number: 1 });
  desk.automations.save(
    store,
    ruleOf({
      trigger: { kind: 'no-reply', minutes: 30 },
      condition: { kind: 'status', any: ['new', 'open'] },
      actions: [{ kind: 'template', templateId }],
    }),
  );
  desk.clock.advance(30 * minute);
  desk.whileFilling(() => desk.conversations.setStatus(store, desk.operator, { id, status: 'on-hold' }));
  await desk.automations.work(store);
  expect(wholeOf(store, id).row?.status).toBe('on-hold');
  expect(desk.draftOf(store, id)).toBeUndefined();
  desk.conversations.setStatus(store, desk.operator, { id, status: 'open' });
  await desk.automations.work(store);
  expect(desk.draftOf(store, id)?.text).toBe('It is on its way.');
});

/** Somebody's rule, made up. */
function madeRule(
  random: Random,
  { order, named, desk }: { order: FieldId; named: Named; desk: AutomationDesk },
): RuleDraft {
  const kinds: readonly [() => Condition, ...(() => Condition)[]] = [
    () => ({
      ...{ kind: 'text', in: random.of(['subject', 'body', 'from'] as const), how: 'contains' },
      words: [random.of(['parcel', 'late', '1', 'colis'] as const)],
    }),
    () => ({ kind: 'status', any: [random.of(['new', 'open', 'waiting', named.courier] as const)] }),
    () => ({ kind: 'tag', any: [random.of(['vip', 'late'] as const)] }),
    () => ({ kind: 'assignee', is: random.of(['nobody', 'somebody'] as const) }),
    () => ({ kind: 'field', fieldId: order, how: random.of(['filled', 'empty'] as const), values: [] }),
    () => ({ kind: 'hours', open: random.chance(0.8) }),
  ];
  const test_ = (): Condition => random.of(kinds)();
  const nested = (depth: number): Condition => {
    if (depth === 0 || random.chance(0.4)) return test_();
    if (random.chance(0.3)) return { kind: 'not', of: nested(depth - 1) };
    const of = Array.from({ length: random.whole(3) }, () => nested(depth - 1));
    return { kind: random.of(['all', 'any'] as const), of };
  };
  const action = (): RuleAction =>
    random.of([
      { kind: 'tag', tag: random.of(['vip', 'late', 'odd'] as const) },
      { kind: 'untag', tag: random.of(['vip', 'late', 'odd'] as const) },
      { kind: 'status', status: random.of(['open', 'on-hold', 'resolved', 'resolved', 'spam'] as const) },
      { kind: 'status', status: 'on-hold', statusId: random.chance(0.8) ? named.courier : named.retired },
      { kind: 'snooze', hours: random.of([2, null] as const) },
      { kind: 'assign', to: random.chance(0.5) ? 'nobody' : desk.ada.id },
      { kind: 'field', fieldId: order, value: random.of(['NW-1', ' NW-2 ', null] as const) },
      { kind: 'note', text: 'By a rule.' },
      { kind: 'notify', to: 'everybody', text: 'Look.' },
      { kind: 'template', templateId: random.of(named.templates) },
    ] as const);
  return ruleOf({
    name: `Rule ${random.whole(1_000)}`,
    condition: nested(3),
    actions: Array.from({ length: 1 + random.whole(4) }, action),
  });
}

/** What a rule can be seen to have done. */
const outcomeOf = (desk: AutomationDesk, { store }: DeskClient, id: ConversationId) =>
  desk.actions.standing(store, id);

test('a dry run tells exactly what the run then does, for 90 made-up rules', async () => {
  const { desk, client, store, work } = aDesk();
  const order = desk.defineFields(store, [{ name: 'Order', kind: 'text', required: true }]).get('Order')!;
  const written = await desk.writeTemplate(client, 'Hello', 'Dear {{ customer.first_name }}');
  const gone = await desk.writeTemplate(client, 'Gone', 'No more');
  desk.templates.remove(store, desk.ada.id, gone);
  const named: Named = {
    templates: [written, written, gone],
    courier: desk.nameStatus(store, { category: 'on-hold', name: 'Waiting for the courier' }),
    retired: desk.nameStatus(store, { category: 'on-hold', name: 'Once', retired: true }),
  };
  const random = createRandom(29);
  let acted = 0;
  let failed = 0;
  for (let round = 0; round < 90; round += 1) {
    desk.clock.advance(minute);
    const rule = madeRule(random, { order, named, desk });
    const id = desk.automations.save(store, rule);
    const asked = [0, 1].map((each) => {
      const about = {
        number: round * 2 + each,
        subject: random.of(['My parcel', 'Où est mon Colis', 'Invoice'] as const),
      };
      const begun = desk.ask(client, about).id;
      if (random.chance(0.4))
        desk.conversations.tag(store, desk.operator, {
          id: begun,
          tag: random.of(['vip', 'late'] as const),
          on: true,
        });
      if (random.chance(0.3))
        desk.fields.set(store, desk.operator, { id: begun, fieldId: order, value: 'NW-1' });
      if (random.chance(0.3)) desk.begin(store, { id: begun, templateId: written });
      return begun;
    });
    const before = new Map(asked.map((each) => [each, outcomeOf(desk, client, each)]));
    const { hits } = await desk.automations.dryRun(store, rule);
    expect(asked.map((each) => outcomeOf(desk, client, each))).toEqual([...before.values()]);
    await work();
    for (const each of asked) {
      const hit = hits.find(({ conversationId }) => conversationId === each);
      const facts = wholeOf(store, each).events.flatMap(({ body }) =>
        body.type === 'rule-ran' ? [body] : [],
      );
      const changing = hit?.refusal ? [] : (hit?.effects.filter(({ changes }) => changes) ?? []);
      expect(
        facts.flatMap(({ did }) => did),
        JSON.stringify(rule),
      ).toEqual(changing.map(({ action }) => action.kind));
      const predicted = desk.actions.foretell(store, before.get(each)!, {
        actions: desk.actions.asKept(store, hit ? rule.actions : []),
        doing: { operatorId: null, now: desk.clock.now() },
      });
      expect(outcomeOf(desk, client, each), JSON.stringify(rule)).toEqual(predicted.standing);
      acted += facts.length;
    }
    const shown = desk.automations.book(store).rules.find((each) => each.id === id)!;
    expect(shown.failure !== null).toBe(
      hits.some(({ conversationId, refusal }) => refusal !== null && asked.includes(conversationId)),
    );
    failed += Number(shown.failure !== null);
    desk.automations.remove(store, id);
  }
  expect(acted).toBeGreaterThan(35);
  expect(failed).toBeGreaterThan(2);
});
