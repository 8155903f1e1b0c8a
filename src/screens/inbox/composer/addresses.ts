import { Identity } from '../../../../electron/shared/channels.ts';

/** As it stands in a field: `Ana López <ana@example.com>`, or the bare address. */
export const shownAddress = ({ name, address }: Identity): string =>
  name ? `${name} <${address}>` : address;

/** Reads what somebody typed or pasted; null where it holds no address. */
export function readAddress(text: string): Identity | null {
  const match = /^\s*(?:"?(?<name>[^"<]*?)"?\s*<(?<angled>[^<>]+)>|(?<bare>\S+))\s*$/.exec(text);
  const { name = '', angled, bare } = match?.groups ?? {};
  const read = Identity.safeParse({ name: name.trim(), address: (angled ?? bare ?? '').trim() });
  return read.success ? read.data : null;
}

export interface ReadAddresses {
  readonly people: readonly Identity[];
  /** What holds no address, as it was written. */
  readonly wrong: readonly string[];
}

/** What separates two addresses: a comma, a semicolon or a line, but not inside quotation marks or angle brackets. */
const pieces = /(?:"[^"]*"|<[^<>]*>|[^,;\n"<]|["<])+/g;

/** Reads a pasted list, as mail programs and tables write them; each address once. */
export function readAddresses(text: string): ReadAddresses {
  const people = new Map<string, Identity>();
  const wrong: string[] = [];
  for (const [piece] of text.replaceAll(/\r\n?|\t/g, '\n').matchAll(pieces)) {
    const written = piece.trim();
    if (written === '') continue;
    const read = readAddress(written.replace(/^mailto:/i, ''));
    if (!read) wrong.push(written);
    else if (!people.has(read.address.toLowerCase())) people.set(read.address.toLowerCase(), read);
  }
  return { people: [...people.values()], wrong };
}
