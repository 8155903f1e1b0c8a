import {
  signaturePlaceholders,
  type Signature,
  type SignaturePlaceholder,
} from '../../../shared/composing.ts';
import type { ChannelId, OperatorId } from '../../../shared/ids.ts';

/** Who sends, from where. */
export interface Sender {
  readonly operatorId: OperatorId;
  readonly channelId: ChannelId;
  readonly address: string;
}

/** A person's own counts before that of an address, and that before a channel's; the client's stands for all others. */
export function signatureFor(signatures: readonly Signature[], sender: Sender): Signature | null {
  const fitting = signatures.filter((signature) => fits(signature, sender));
  return fitting.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? null;
}

const fits = (signature: Signature, { operatorId, channelId, address }: Sender): boolean =>
  (signature.operatorId === null || signature.operatorId === operatorId) &&
  (signature.channelId === null || signature.channelId === channelId) &&
  (signature.address === null || signature.address.toLowerCase() === address.toLowerCase());

const weightOf = ({ operatorId, address, channelId }: Signature): number =>
  (operatorId === null ? 0 : 4) + (address === null ? 0 : 2) + (channelId === null ? 0 : 1);

/** Whether two are for the very same senders, so that one would hide the other. */
export const isSameScope = (
  one: Pick<Signature, 'operatorId' | 'address' | 'channelId'>,
  other: Pick<Signature, 'operatorId' | 'address' | 'channelId'>,
): boolean =>
  one.operatorId === other.operatorId &&
  one.channelId === other.channelId &&
  (one.address ?? '').toLowerCase() === (other.address ?? '').toLowerCase();

const placeholder = /\{\{\s*([^{}]{0,60}?)\s*\}\}/g;
const isKnown = (name: string): name is SignaturePlaceholder =>
  signaturePlaceholders.some((known) => known === name);

/** The first thing in double braces that a signature can't say, or null. */
export function unknownPlaceholder(text: string): string | null {
  const names = [...text.matchAll(placeholder)].map(([, name = '']) => name);
  return names.find((name) => !isKnown(name)) ?? null;
}

/**
 * The text with what is known put in: names only, no program runs. A line that says nothing but a value that is empty goes
 * with it.
 */
export function filled(text: string, values: Readonly<Record<SignaturePlaceholder, string>>): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines
    .flatMap((line) => {
      const said = line.replace(placeholder, (_, name: string) => (isKnown(name) ? values[name] : ''));
      return said.trim() === '' && line.trim() !== '' ? [] : [said.trimEnd()];
    })
    .join('\n')
    .trim();
}

export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? '';
