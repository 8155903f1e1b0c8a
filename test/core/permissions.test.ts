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
  'attention.invite': 'agent admin',
  'attention.follow': 'agent lead admin',
  'attention.of': 'agent lead admin',
  'attention.see': 'agent lead admin',
  'attachments.inspect': 'agent lead admin',
  'attachments.invitation': 'agent lead admin',
  'attachments.preview': 'agent lead admin',
  'attachments.saveAll': 'agent lead admin',
  'automations.book': 'agent lead admin',
  'automations.save': 'lead admin',
  'automations.remove': 'lead admin',
  'automations.arrange': 'lead admin',
  'automations.setMode': 'lead admin',
  'automations.dryRun': 'lead admin',
  'automations.notices': 'agent lead admin',
  'automations.see': 'agent lead admin',
  'batches.begin': 'agent admin',
  'batches.read': 'agent admin',
  'batches.cancel': 'agent admin',
  'batches.undo': 'agent admin',
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
  'channels.health': 'agent lead manager admin',
  'channels.test': 'admin',
  'channels.testKept': 'admin',
  'channels.add': 'admin',
  'channels.update': 'admin',
  'channels.remove': 'admin',
  'channels.retry': 'agent lead admin',
  'claims.hold': 'agent admin',
  'claims.release': 'agent admin',
  'claims.take': 'agent admin',
  'claims.watch': 'agent lead admin',
  'claims.writing': 'agent lead manager admin',
  'clients.list': 'agent lead manager admin',
  'clients.add': 'admin',
  'clients.update': 'admin',
  'clients.remove': 'admin',
  'contacts.read': 'agent lead admin',
  'contacts.history': 'agent lead admin',
  'contacts.find': 'agent lead admin',
  'contacts.duplicates': 'agent lead admin',
  'contacts.edit': 'agent admin',
  'contacts.setPhone': 'agent admin',
  'contacts.setField': 'agent admin',
  'contacts.note': 'agent admin',
  'contacts.removeNote': 'agent admin',
  'contacts.fields': 'agent lead admin',
  'contacts.saveFields': 'admin',
  'contacts.merge': 'agent admin',
  'contacts.unmerge': 'agent admin',
  'contacts.keepApart': 'agent admin',
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
  'corrections.split': 'agent admin',
  'corrections.merge': 'agent admin',
  'corrections.move': 'agent admin',
  'corrections.undo': 'agent admin',
  'corrections.targets': 'agent lead admin',
  'corrections.links': 'agent lead admin',
  'copies.mail': 'agent lead admin',
  'copies.print': 'agent lead admin',
  'copies.pdf': 'agent lead admin',
  'demo.open': 'everybody',
  'demo.remove': 'admin',
  'fields.list': 'agent lead admin',
  'fields.define': 'lead admin',
  'statuses.list': 'agent lead manager admin',
  'statuses.define': 'lead manager admin',
  'fields.read': 'agent lead admin',
  'fields.set': 'agent admin',
  'macros.list': 'agent lead admin',
  'macros.save': 'lead admin',
  'macros.remove': 'lead admin',
  'macros.arrange': 'lead admin',
  'macros.preview': 'agent admin',
  'macros.run': 'agent admin',
  'operators.list': 'everybody',
  'operators.add': 'admin',
  'operators.grant': 'admin',
  'operators.remove': 'admin',
  'outbox.begin': 'agent admin',
  'outbox.carry': 'agent admin',
  'outbox.drafts': 'agent lead admin',
  'outbox.forward': 'agent admin',
  'outbox.originals': 'agent admin',
  'outbox.people': 'agent admin',
  'outbox.quotation': 'agent admin',
  'outbox.saveNote': 'agent admin',
  'outbox.sendFrom': 'agent admin',
  'signatures.list': 'agent lead manager admin',
  'signatures.offered': 'agent admin',
  'signatures.remove': 'admin',
  'signatures.save': 'admin',
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
  'outbox.counts': 'agent lead manager admin',
  'outbox.seat': 'agent admin',
  'outbox.overview': 'agent lead admin',
  'people.away': 'agent lead manager admin',
  'people.certify': 'admin',
  'people.list': 'agent lead admin',
  'people.rules': 'admin',
  'people.setAway': 'agent lead manager admin',
  'people.setCapacity': 'admin',
  'people.setRules': 'admin',
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
  'searchSuggestions.values': 'agent lead manager admin',
  'searchSuggestions.recent': 'agent lead manager admin',
  'searchSuggestions.remember': 'agent lead admin',
  'searchSuggestions.forget': 'agent lead manager admin',
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
  'views.list': 'agent lead manager admin',
  'views.queue': 'agent lead manager admin',
  'views.counts': 'agent lead manager admin',
  'views.tally': 'agent lead manager admin',
  'views.save': 'agent lead manager admin',
  'views.remove': 'agent lead manager admin',
  'voice.guide': 'agent lead admin',
  'voice.running': 'agent lead admin',
  'voice.said': 'agent lead admin',
  'voice.pending': 'lead admin',
  'voice.history': 'lead admin',
  'voice.inspect': 'lead admin',
  'voice.save': 'lead admin',
  'voice.saveDraft': 'lead admin',
  'voice.submit': 'lead admin',
  'voice.decide': 'lead admin',
  'voice.restore': 'lead admin',
  'voice.effect': 'lead admin',
  'voice.samples': 'lead admin',
  'voice.suggest': 'lead admin',
  'voice.readPackage': 'lead admin',
  'voice.exportPackage': 'lead admin',
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
  /^claims\.(?!writing)|^(attention|brandSafety|calendars|contacts|quality|reports|templates|voice)\.|^channels\.(list|testKept|add|update|remove|retry)$|^outbox\.(?!counts)|^conversations\.(?!queue|counts|search)/.test(
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
