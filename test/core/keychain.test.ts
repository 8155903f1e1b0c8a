import { expect, test } from 'vitest';
import { inKeyringSession, missingForKeyring, steps, withoutSessionBus } from '../support/keyring/session.ts';

const missing = missingForKeyring();
const where = missing === null ? 'a real gnome-keyring' : `a real gnome-keyring (skipped: ${missing})`;

test.skipIf(missing)(`${where}: unlocked, it keeps, gives and forgets a secret`, async () => {
  const [answers] = await inKeyringSession([
    steps.start,
    steps.ask('check write read read-missing remove read'),
  ]);
  expect(answers).toEqual([
    { value: null },
    { value: null },
    { value: 'planted-secret' },
    { value: null },
    { value: null },
    { value: null },
  ]);
});

test.skipIf(missing)(`${where}: locked, every call says so, and nothing looks missing`, async () => {
  const [, answers] = await inKeyringSession([
    steps.start,
    steps.ask('write'),
    steps.lock,
    steps.ask('check read read-missing write remove'),
  ]);
  const locked = { code: 'keychain-locked' };
  expect(answers).toEqual([locked, locked, locked, locked, locked]);
});

test.skipIf(missing)(`${where}: its daemon killed, the one that D-Bus starts instead is locked`, async () => {
  const [, answers] = await inKeyringSession([
    steps.start,
    steps.ask('write'),
    steps.daemonPid,
    steps.kill,
    steps.ask('check read'),
  ]);
  expect(answers).toEqual([{ code: 'keychain-locked' }, { code: 'keychain-locked' }]);
});

test.skipIf(missing)(`${where}: the bus itself gone, the keychain is absent`, async () => {
  const [, answers] = await inKeyringSession([
    steps.start,
    steps.ask('write'),
    steps.forbidActivation,
    steps.ask('check read write'),
  ]);
  const absent = { code: 'keychain-absent' };
  expect(answers).toEqual([absent, absent, absent]);
});

test.skipIf(missing)(`${where}: a daemon that answers nothing ends in a timeout, not in a wait`, async () => {
  const [, answers] = await inKeyringSession([
    steps.start,
    steps.ask('write'),
    steps.daemonPid,
    steps.stopAWhile,
    steps.ask('check read', 500),
  ]);
  expect(answers).toEqual([{ code: 'keychain-timeout' }, { code: 'keychain-timeout' }]);
});

test.skipIf(missing)('without a session bus the keychain is absent', async () => {
  const absent = { code: 'keychain-absent' };
  expect(await withoutSessionBus('check read write remove')).toEqual([absent, absent, absent, absent]);
});
