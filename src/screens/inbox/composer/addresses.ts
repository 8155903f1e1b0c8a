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
