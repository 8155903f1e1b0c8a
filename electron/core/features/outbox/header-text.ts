import { LiaisonError } from '../../../shared/errors.ts';

/** C0, DEL, C1 (NEL among them) and Unicode's own line ends: nothing of this may stand in a header or an envelope. */
const controls = /[\p{Cc}\u2028\u2029]/u;
const controlRuns = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * Refuses what could begin a header of its own (ASVS 5.0, 1.3.11).
 *
 * @throws LiaisonError `invalid-input` naming the field
 */
export function mustBeHeaderText(value: string, path: string): void {
  if (controls.test(value))
    throw new LiaisonError('invalid-input', { detail: { path, reason: 'control-character' } });
}

/** What came from outside, made fit for a header. */
export const asHeaderText = (value: string): string => value.replace(controlRuns, ' ').trim();
