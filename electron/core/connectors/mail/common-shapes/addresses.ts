import type { EmailAddress } from 'mailparser';
import { decodeEncodedWords } from './encoded-words.ts';

/**
 * One mailbox (RFC 5322, 3.4) without comments, escapes, specials or an internationalised domain, and what ends it. A
 * quoted name may say where somebody is ("Ana @ Northwind"), and hold no address of its own.
 */
const mailbox =
  /\s*(?:(?:"((?:[^"\\@<>]|(?<= )@(?= ))*)"|([\w!#$%&'*+/=?^`{|}~-]+(?: [\w!#$%&'*+/=?^`{|}~.-]+)*))\s*<([^@\s<>,;:"]+@[^@\s<>,;:"]+)>|([^@\s<>,;:"]+@[^@\s<>,;:"]+))\s*(?:,|$)/y;
const plainAddress = /^[\w!#$%&'*+/^`{|}~.-]+@(?!xn--)[a-z\d][a-z\d.-]*$/i;

/** The addresses of a field; null where one of them is not of the commonest form. */
export function readAddresses(value: string): EmailAddress[] | null {
  const addresses: EmailAddress[] = [];
  mailbox.lastIndex = 0;
  while (mailbox.lastIndex < value.length) {
    const [found, quoted, atoms, inBrackets, bare] = mailbox.exec(value) ?? [];
    const address = inBrackets ?? bare ?? '';
    const name = decodeEncodedWords((quoted ?? atoms ?? '').trim());
    if (found === undefined || name === null || !plainAddress.test(address)) return null;
    addresses.push({ address, name });
  }
  return addresses;
}
