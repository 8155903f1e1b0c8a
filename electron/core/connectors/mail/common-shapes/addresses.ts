import { parseAddressHeader, type EmailAddress } from 'mailparser';
import { decodeEncodedWords } from './encoded-words.ts';

/** One mailbox (RFC 5322, 3.4) without comments, escapes, specials or an internationalised domain. */
const oneMailbox =
  /^(?:(?:"([^"\\@<>]*)"|([\w!#$%&'*+/=?^`{|}~-]+(?: [\w!#$%&'*+/=?^`{|}~.-]+)*))\s*<([^@\s]+@[^@\s]+)>|([^@\s]+@[^@\s]+))$/;
const plainAddress = /^[\w!#$%&'*+/^`{|}~.-]+@(?!xn--)[a-z\d][a-z\d.-]*$/i;

/** The addresses of a field; mailparser reads all but the commonest form. */
export function readAddresses(value: string): EmailAddress[] {
  if (value === '') return [];
  const [, quoted, atoms, inBrackets, bare] = oneMailbox.exec(value) ?? [];
  const address = inBrackets ?? bare ?? '';
  const name = decodeEncodedWords((quoted ?? atoms ?? '').trim());
  if (name !== null && plainAddress.test(address)) return [{ address, name }];
  return parseAddressHeader(value).value;
}
