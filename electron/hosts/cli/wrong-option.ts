import type { ZodError } from 'zod';
import { LiaisonError } from '../../shared/errors.ts';
import type { Command } from './command.ts';

/** What a value is called in the core, where the command line calls it otherwise. */
const otherwise: Readonly<Record<string, string>> = {
  timeZone: 'time-zone',
  workingHours: 'hours',
  identities: 'address',
  secret: 'password-file',
  trustedCertificate: 'ca-file',
};

/** Of a command's input: the first place that is not as it must be. */
export const wrongInput = ({ issues }: ZodError): LiaisonError =>
  new LiaisonError('invalid-input', { detail: { path: issues[0]?.path.join('.') ?? '' } });

/** The same error, with the option named as it is typed and not as the place of its value in our own shapes. */
export function namedByOption(error: LiaisonError, options: Command['options']): LiaisonError {
  const { path } = error.detail;
  if (error.code !== 'invalid-input' || typeof path !== 'string') return error;
  const option = path
    .split('.')
    .map((part) => otherwise[part] ?? part)
    .findLast((part) => part in options);
  if (!option) return error;
  return new LiaisonError('invalid-input', {
    cause: error,
    detail: { ...error.detail, path: `--${option}` },
  });
}
