import { expect, test } from 'vitest';
import { LiaisonError } from '../../shared/errors.ts';
import { channelsAdd } from './commands/channels.ts';
import { clientsAdd } from './commands/clients.ts';
import { namedByOption } from './wrong-option.ts';

test.each([
  [clientsAdd, 'mark', '--mark'],
  [clientsAdd, 'timeZone', '--time-zone'],
  [clientsAdd, 'workingHours.0.0.from', '--hours'],
  [channelsAdd, 'settings.mail.imap.port', '--imap'],
  [channelsAdd, 'identities.0.address', '--address'],
  [channelsAdd, '--password-file', '--password-file'],
  [channelsAdd, 'FILE', 'FILE'],
])('%# the option that gave %s is named', ({ options }, path, said) => {
  const error = new LiaisonError('invalid-input', { detail: { path } });
  expect(namedByOption(error, options).detail['path']).toBe(said);
});

test('what is no wrong input stays as it is', () => {
  const error = new LiaisonError('file-unreadable', { detail: { path: 'mark' } });
  expect(namedByOption(error, clientsAdd.options)).toBe(error);
});
