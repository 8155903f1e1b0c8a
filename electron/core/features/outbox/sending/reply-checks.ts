import type { Channel, Identity } from '../../../../shared/channels.ts';
import { LiaisonError } from '../../../../shared/errors.ts';
import type { ChecklistItem, Recipients, SendReply } from '../../../../shared/outbox.ts';
import { placeholderPattern } from '../../../../shared/placeholder-pattern.ts';
import type { VoiceJudgement } from '../../voice/service.ts';
import { mustBeHeaderText } from '../header-text.ts';
import { findIdentity } from '../writing/threading.ts';

/**
 * The identity as the channel has it: of what the page says only the address counts.
 *
 * @throws LiaisonError `sender-refused` where the channel does not own it
 */
export function ownIdentity(channel: Channel, wanted: Identity): Identity {
  const own = findIdentity(channel.identities, wanted.address);
  if (!own) throw new LiaisonError('sender-refused', { detail: { what: 'identity' } });
  return own;
}

/** Each address once, in the first list that names it. @throws LiaisonError `invalid-input` */
export function cleanRecipients({ to, cc, bcc }: Recipients): Recipients {
  const seen = new Set<string>();
  const once = (list: readonly Identity[]) =>
    list.filter(({ name, address }) => {
      mustBeHeaderText(name, 'recipients');
      mustBeHeaderText(address, 'recipients');
      const key = address.toLowerCase();
      return !seen.has(key) && Boolean(seen.add(key));
    });
  return { to: once(to), cc: once(cc), bcc: once(bcc) };
}

/** @throws LiaisonError `invalid-input` for an empty text, `template-unfilled` naming the first placeholder left */
export function mustBeWritten(reply: Pick<SendReply, 'kind' | 'text' | 'subject' | 'manner'>): void {
  // What is handed on may speak for itself.
  const speaks = reply.kind === 'forward' && reply.manner.original?.trim() !== '';
  if (!speaks && reply.text.trim() === '')
    throw new LiaisonError('invalid-input', { detail: { path: 'text' } });
  mustBeHeaderText(reply.subject, 'subject');
  const left = [...`${reply.subject}\n${reply.text}`.matchAll(placeholderPattern)];
  if (left.length === 0) return;
  throw new LiaisonError('template-unfilled', {
    detail: { placeholder: left[0]?.[1] ?? '', count: left.length },
  });
}

/** @throws LiaisonError `checklist-incomplete` with the number of required items that are not ticked */
export function mustBeChecked(checklist: readonly ChecklistItem[], checked: readonly string[]): void {
  const missing = checklist.filter((item) => item.required && !checked.includes(item.id)).length;
  if (missing > 0) throw new LiaisonError('checklist-incomplete', { detail: { count: missing } });
}

/**
 * Whether the operator overrode what would have kept the reply back: findings, or a rule that could not look for any.
 *
 * @throws LiaisonError `voice-blocked` with the number of findings, `voice-unchecked` naming the first such rule
 */
export function mustSoundRight(
  { findings, unchecked }: VoiceJudgement,
  { blocks, override }: { blocks: boolean; override: boolean },
): boolean {
  if (!blocks) return false;
  const count = findings.filter((finding) => finding.severity === 'error').length;
  const [rule] = unchecked;
  if (count === 0 && rule === undefined) return false;
  if (override) return true;
  if (count > 0 || rule === undefined) throw new LiaisonError('voice-blocked', { detail: { count } });
  throw new LiaisonError('voice-unchecked', { detail: { rule } });
}
