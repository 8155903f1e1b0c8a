import { describe, expect, test } from 'vitest';
import { appRouter } from '../../electron/core/rpc/router.ts';
import type { OperatorId } from '../../electron/shared/ids.ts';
import type { Role } from '../../electron/shared/operators.ts';
import { aClient } from '../support/a-client.ts';
import { startCore, type TestCore } from '../support/start-core.ts';

/**
 * Who may call what. Written out, so that a change of a permission is seen here and meant. `everybody` includes a
 * window in front of which nobody sits yet.
 */
const table: Readonly<Record<string, string>> = {
  'brandSafety.check': 'agent admin',
  'brandSafety.weigh': 'agent admin',
  'brandSafety.decide': 'agent admin',
  'brandSafety.exceptions': 'agent lead admin',
  'brandSafety.allow': 'lead admin',
  'brandSafety.disallow': 'lead admin',
  'brandSafety.note': 'agent lead admin',
  'brandSafety.setNote': 'lead admin',
  'brandSafety.switched': 'agent admin',
  'brandSafety.switchCosts': 'agent lead admin',
  'calendars.read': 'agent lead manager admin',
  'calendars.nextOpening': 'agent lead manager admin',
  'calendars.setHolidays': 'admin',
  'changes.watch': 'everybody',
  'channels.list': 'agent lead admin',
  'channels.guess': 'admin',
  'channels.test': 'admin',
  'channels.testKept': 'admin',
  'channels.add': 'admin',
  'channels.update': 'admin',
  'channels.remove': 'admin',
  'channels.retry': 'agent lead admin',
  'clients.list': 'agent lead manager admin',
  'clients.add': 'admin',
  'clients.update': 'admin',
  'clients.remove': 'admin',
  'conversations.queue': 'agent lead manager admin',
  'conversations.counts': 'agent lead manager admin',
  'conversations.search': 'agent lead manager admin',
  'conversations.searchCount': 'agent lead manager admin',
  'conversations.read': 'agent lead admin',
  'conversations.markup': 'agent lead admin',
  'conversations.frame': 'agent lead admin',
  'conversations.attachment': 'agent lead admin',
  'conversations.images': 'agent lead admin',
  'conversations.setStatus': 'agent admin',
  'conversations.assign': 'agent admin',
  'conversations.tag': 'agent admin',
  'conversations.tags': 'agent lead admin',
  'conversations.note': 'agent admin',
  'conversations.handled': 'agent admin',
  'demo.open': 'everybody',
  'demo.remove': 'admin',
  'operators.list': 'everybody',
  'operators.add': 'admin',
  'operators.grant': 'admin',
  'operators.remove': 'admin',
  'outbox.begin': 'agent admin',
  'outbox.compose': 'agent admin',
  'outbox.saveDraft': 'agent admin',
  'outbox.discardDraft': 'agent admin',
  'outbox.attach': 'agent admin',
  'outbox.send': 'agent admin',
  'outbox.cancel': 'agent admin',
  'outbox.decide': 'agent admin',
  'outbox.sendingRules': 'agent lead manager admin',
  'outbox.setSendingRules': 'admin',
  'outbox.list': 'agent lead admin',
  'quality.scorecard': 'lead admin',
  'quality.saveScorecard': 'lead admin',
  'quality.plan': 'lead admin',
  'quality.sample': 'lead admin',
  'quality.samples': 'lead admin',
  'quality.items': 'lead admin',
  'quality.prove': 'lead admin',
  'quality.task': 'lead admin',
  'quality.saveReview': 'lead admin',
  'reports.build': 'lead manager admin',
  'reports.export': 'lead manager admin',
  'serviceLevels.read': 'agent lead manager admin',
  'serviceLevels.define': 'admin',
  'snoozes.read': 'agent lead manager admin',
  'snoozes.set': 'agent admin',
  'templates.list': 'agent lead admin',
  'templates.history': 'agent lead admin',
  'templates.effects': 'agent lead admin',
  'templates.favourite': 'agent lead admin',
  'templates.preview': 'agent lead admin',
  'templates.attach': 'agent lead admin',
  'templates.saveDraft': 'agent lead admin',
  'templates.submit': 'agent lead admin',
  'templates.restore': 'agent lead admin',
  'templates.save': 'lead admin',
  'templates.decide': 'lead admin',
  'templates.remove': 'lead admin',
  'templates.preflight': 'agent lead admin',
  'templates.planImport': 'lead admin',
  'templates.import': 'lead admin',
  'templates.offered': 'agent admin',
  'templates.insert': 'agent admin',
  'vault.state': 'everybody',
  'vault.choosePassphrase': 'everybody',
  'vault.unlock': 'everybody',
  'vault.retry': 'everybody',
  'voice.guide': 'agent lead admin',
  'voice.inspect': 'lead admin',
  'voice.save': 'lead admin',
  'workspace.state': 'everybody',
  'workspace.begin': 'everybody',
  'workspace.sitDown': 'everybody',
  'workspace.prefer': 'agent lead manager admin',
};

const names: Readonly<Record<Role, string>> = {
  agent: 'agent',
  'quality-lead': 'lead',
  'client-manager': 'manager',
  administrator: 'admin',
};

type Call = (input: unknown) => Promise<unknown>;
/** What ends the client, or never ends, comes last or is asked by itself. */
const last = new Set(['clients.remove', 'demo.remove', 'operators.remove']);
const endless = new Set(['changes.watch', 'demo.open']);
const procedures = Object.keys(appRouter._def.procedures as object)
  .filter((path) => !endless.has(path))
  .toSorted((a, b) => Number(last.has(a)) - Number(last.has(b)));

function callOf(core: TestCore, operatorId: OperatorId | null, path: string): Call {
  const [noun = '', verb = ''] = path.split('.');
  const caller = core.callAs(operatorId) as unknown as Record<string, Record<string, Call>>;
  const call = caller[noun]?.[verb];
  if (!call) throw new Error(`no procedure ${path}`);
  return call;
}

/** Whether the core let the call in: any other error than `forbidden` comes from behind the door. */
async function isLetIn(call: Call, input: unknown): Promise<boolean> {
  try {
    await call(input);
    return true;
  } catch (error) {
    return (error as Error & { cause?: { code?: string } }).cause?.code !== 'forbidden';
  }
}

async function coreWith(role: Role) {
  const core = await startCore();
  const client = await core.core.services.clients.add(aClient());
  const other = await core.core.services.clients.add(aClient({ name: 'Acorn', mark: 'AC' }));
  const grants = [{ clientId: role === 'administrator' ? null : client.id, role }];
  const operator = core.core.services.operators.add({ name: 'Somebody', email: null, grants });
  return { core, client, other, operator };
}

test('the table names every procedure', () => {
  expect(Object.keys(table).toSorted()).toEqual(Object.keys(appRouter._def.procedures as object).toSorted());
});

describe.each(Object.entries(names))('%s', (role, short) => {
  test('may call in its client what the table says, and nothing else', async () => {
    const { core, client, operator } = await coreWith(role as Role);
    const allowed: string[] = [];
    for (const path of procedures) {
      if (await isLetIn(callOf(core, operator.id, path), { clientId: client.id })) allowed.push(path);
    }
    const expected = procedures.filter((path) => {
      const who = table[path] ?? '';
      return who === 'everybody' || who.split(' ').includes(short);
    });
    expect(allowed).toEqual(expected);
  });
});

const ofOneClient = procedures.filter((path) =>
  /^(brandSafety|calendars|outbox|quality|reports|templates|voice)\.|^channels\.(list|testKept|add|update|remove|retry)$|^conversations\.(?!queue|counts|search)/.test(
    path,
  ),
);

test.each(['agent', 'quality-lead', 'client-manager'] as const)(
  'a role in one client is nothing in another: %s',
  async (role) => {
    const { core, other, operator } = await coreWith(role);
    for (const path of ofOneClient.filter((each) => table[each] !== 'everybody')) {
      expect([path, await isLetIn(callOf(core, operator.id, path), { clientId: other.id })]).toEqual([
        path,
        false,
      ]);
    }
    const page = await core.callAs(operator.id).conversations.queue({ clientId: null, view: 'all' });
    expect(page.rows.every((row) => row.clientId !== other.id)).toBe(true);
    expect((await core.callAs(operator.id).clients.list()).map(({ name }) => name)).toEqual(['Northwind']);
  },
);

test('nobody at the desk may call only what is open', async () => {
  const { core, client } = await coreWith('agent');
  for (const path of procedures) {
    const letIn = await isLetIn(callOf(core, null, path), { clientId: client.id });
    expect([path, letIn]).toEqual([path, table[path] === 'everybody']);
  }
});

test('an operator who is removed may call nothing from that moment', async () => {
  const { core, client, operator } = await coreWith('agent');
  const tags = () => core.callAs(operator.id).conversations.tags({ clientId: client.id });
  await expect(tags()).resolves.toEqual([]);
  core.core.services.operators.remove(operator.id);
  await expect(tags()).rejects.toMatchObject({ cause: { code: 'forbidden' } });
});

test('the last administrator can be neither removed nor demoted', async () => {
  const { core, call } = await startCore().then((started) => ({ core: started.core, call: started.call }));
  const [ada] = core.services.operators.list();
  if (!ada) throw new Error('no operator');
  await expect(call.operators.remove({ operatorId: ada.id })).rejects.toMatchObject({
    cause: { code: 'conflict' },
  });
  const demoted = call.operators.grant({ operatorId: ada.id, grants: [{ clientId: null, role: 'agent' }] });
  await expect(demoted).rejects.toMatchObject({ cause: { code: 'conflict' } });
});
