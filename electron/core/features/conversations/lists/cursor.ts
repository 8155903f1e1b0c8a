import { z } from 'zod';
import { LiaisonError } from '../../../../shared/errors.ts';

/**
 * Where a list stopped: the sorting key and the id of the last row shown. One place serves every client's store, because
 * the merged list has one order; so the cursor stays short however many clients there are.
 */
const Place = z.tuple([z.int(), z.string().min(1).max(64)]);
export type Place = z.infer<typeof Place>;

export const writeCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws LiaisonError `invalid-input` for anything we did not write. */
export function readCursor(cursor: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new LiaisonError('invalid-input', { detail: { path: 'cursor' }, cause });
  }
}
