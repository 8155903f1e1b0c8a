import type { ClientStore } from '../../store/client/client-store.ts';
import type { Edited } from './edit.ts';
import { lastDigitsOf } from './phone-rules.ts';
import { addPhone, phonesOf, removePhone } from './profile-queries.ts';

/** Puts a number beside a person, or takes it away; what is so already stays unsaid. */
export function phoneIn(
  store: ClientStore,
  { id, members, tell }: Edited,
  { number, on }: { number: string; on: boolean },
): void {
  if (phonesOf(store, members).includes(number) === on) return;
  if (on) addPhone(store, { id, number, lastDigits: lastDigitsOf(number) });
  else removePhone(store, members, number);
  tell({ type: 'phone', from: on ? '' : number, to: on ? number : '' });
}
