import type { ImapFlow } from 'imapflow';
import type { ConnectionStep, ConnectionTest } from '../../../shared/channels.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { Account } from '../contract.ts';
import { asMailError } from './errors.ts';
import { openImap } from './imap-connection.ts';
import { findMailboxes } from './mailboxes.ts';
import { openSmtp } from './smtp-connection.ts';
import { smtpLimits } from './smtp-limits.ts';

type StepName = ConnectionStep['step'];

/**
 * Knocks at every door in turn, says how far it came at each, and never throws. Nothing is changed on the servers. A
 * server without a mailbox for sent mail can be worked with, though it is said.
 */
export async function testConnection(account: Account, signal: AbortSignal): Promise<ConnectionTest> {
  const steps = [...(await testImap(account, signal)), ...(await testSmtp(account, signal))];
  return { ok: steps.every((step) => step.error === null || step.step === 'imap-sent'), steps };
}

async function testImap(account: Account, signal: AbortSignal): Promise<ConnectionStep[]> {
  let client: ImapFlow;
  try {
    client = await openImap(account, signal);
  } catch (error) {
    return stepsUntil(['imap-connect', 'imap-login'], asMailError(error, 'imap'));
  }
  try {
    const { inbox, sent } = await findMailboxes(client);
    await client.mailboxOpen(inbox, { readOnly: true });
    const missing = new LiaisonError('mailbox-missing', { detail: { server: 'imap', mailbox: 'Sent' } });
    return [
      passed('imap-connect'),
      passed('imap-login'),
      passed('imap-inbox'),
      sent ? passed('imap-sent') : failed('imap-sent', missing),
    ];
  } catch (error) {
    return [passed('imap-connect'), passed('imap-login'), failed('imap-inbox', asMailError(error, 'imap'))];
  } finally {
    client.close();
  }
}

async function testSmtp(account: Account, signal: AbortSignal): Promise<ConnectionStep[]> {
  let connected = false;
  try {
    const onStep = () => {
      connected = true;
    };
    const smtp = await openSmtp({ account, limits: smtpLimits, onStep }, signal);
    smtp.connection.close();
    return [passed('smtp-connect'), passed('smtp-login')];
  } catch (error) {
    const reason = asMailError(error, 'smtp');
    return connected
      ? [passed('smtp-connect'), failed('smtp-login', reason)]
      : [failed('smtp-connect', reason)];
  }
}

const passed = (step: StepName): ConnectionStep => ({ step, error: null });
const failed = (step: StepName, error: LiaisonError): ConnectionStep => ({ step, error: error.shape });

const atLoginCodes: ReadonlySet<string> = new Set([
  'credentials-rejected',
  'token-rejected',
  'credentials-missing',
]);

/** A refused login means that the connection stood. */
function stepsUntil([connect, login]: [StepName, StepName], error: LiaisonError): ConnectionStep[] {
  const atLogin = atLoginCodes.has(error.code);
  return atLogin ? [passed(connect), failed(login, error)] : [failed(connect, error)];
}
