import { expect, test } from 'vitest';
import { aClient } from '../support/a-client.ts';
import { startCore } from '../support/start-core.ts';
import { aTalk } from '../support/template-desk.ts';

const signOff = { kind: 'sign-off' as const, prose: 'We close by the hour.', level: 'warning' as const };
const lines = [
  { ...signOff, id: 1, texts: ['Good night'], from: '20:00', to: '05:00' },
  { ...signOff, id: 2, texts: ['Good day'], from: '05:00', to: '20:00' },
];

async function desk() {
  const { call, core } = await startCore();
  const { id: clientId } = await call.clients.add(aClient());
  const briefing = { tone: '', dos: [], donts: [] };
  await call.voice.save({ clientId, briefing, rules: [], checklist: [], errorsBlockSending: false, lines });
  return { call, core, clientId, store: core.services.stores.of(clientId) };
}

test('what a reply ends with depends on the hour in which it leaves', async () => {
  const { core, store } = await desk();
  const conversationId = aTalk(store);
  const text = 'Your order left us an hour ago.\n\nGood night,\nBo';
  const at = async (hour: number) => {
    const words = { text, conversationId, at: Date.UTC(2026, 0, 12, hour) };
    return (await core.services.voice.judge(store, words)).findings.map(({ check }) => check);
  };
  expect([await at(9), await at(22), await at(4), await at(12)]).toEqual([
    ['Liaison.Sign-off-2'],
    [],
    [],
    ['Liaison.Sign-off-2'],
  ]);
});

test('a sign-off of before there were hours holds all day', async () => {
  const { call, clientId, store } = await desk();
  const old = JSON.stringify([{ ...lines[0], channels: [], locales: [], from: undefined, to: undefined }]);
  store.run(store.sql.updateTable('voice_guides').set({ lines: old }));
  const [step] = (await call.voice.history({ clientId })).steps;
  expect(step?.body.lines).toMatchObject([{ kind: 'sign-off', from: null, to: null }]);
});
