import type { KilledKind, Settled, SettledBatch, SettledReply } from './killed-task.ts';

/** What the program acknowledged over all its lives, and what the servers hold in the end. */
export interface Truth {
  readonly kind: KilledKind;
  /** Texts of replies that were accepted for sending; of those, the ones whose taking back was confirmed. */
  readonly queued: readonly string[];
  readonly takenBack: readonly string[];
  /** Rounds whose bulk action was begun; of those, the ones whose undoing was confirmed. */
  readonly begun: readonly number[];
  readonly undone: readonly number[];
  /** Message-IDs of what the SMTP server took, once for each time. */
  readonly delivered: readonly string[];
  /** Message-IDs that the IMAP server holds, once for each time. */
  readonly received: readonly string[];
  readonly filed: readonly string[];
}

export interface Judgement {
  readonly mails: number;
  readonly replies: number;
  readonly sent: number;
  readonly takenBack: number;
  /** May have left, and says so: nobody can prove it. */
  readonly unknown: number;
  readonly bulkActions: number;
  /** In plain words; empty where everything is as it should be. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
}

type Find = (id: string) => number;

/** How often each stands in a list. */
function counterOf(list: readonly string[]): Find {
  const counts = new Map<string, number>();
  for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1);
  return (id) => counts.get(id) ?? 0;
}

/** Holds what the store says against what the servers hold and what was acknowledged. */
export function judge(truth: Truth, settled: Settled): Judgement {
  const lost: string[] = [];
  const doubled: string[] = [];
  const wrong: string[] = [];
  const found = { lost, doubled, wrong };
  if (settled.integrity !== 'ok') wrong.push(`the store: ${settled.integrity}`);
  judgeMail(truth, settled, found);
  judgeReplies(truth, settled, found);
  judgeBatches(truth, settled, found);
  const inState = (...states: readonly string[]) =>
    settled.replies.filter(({ state }) => states.includes(state)).length;
  return {
    mails: truth.received.length + truth.filed.length,
    replies: settled.replies.length,
    sent: inState('sent'),
    takenBack: inState('cancelled'),
    unknown: inState('unknown'),
    bulkActions: settled.batches.length,
    ...found,
  };
}

interface Found {
  readonly lost: string[];
  readonly doubled: string[];
  readonly wrong: string[];
}

function judgeMail(
  { received, filed, delivered }: Truth,
  { messageIds, replies }: Settled,
  found: Found,
): void {
  const kept = counterOf(messageIds);
  const onServer = new Set([...received, ...filed]);
  const known = new Set([...onServer, ...delivered, ...replies.map(({ messageId }) => messageId)]);
  for (const id of onServer) if (kept(id) === 0) found.lost.push(`mail ${id} of the server`);
  for (const id of new Set(messageIds)) {
    if (kept(id) > 1) found.doubled.push(`mail ${id} in the store`);
    if (!known.has(id)) found.wrong.push(`mail ${id} that nobody wrote`);
  }
}

function judgeReplies(truth: Truth, { replies }: Settled, found: Found): void {
  const [delivered, filed] = [counterOf(truth.delivered), counterOf(truth.filed)];
  const rows = counterOf(replies.map(({ text }) => text));
  for (const text of truth.queued) {
    if (rows(text) === 0) found.lost.push(`${text}: acknowledged, and not there`);
    if (rows(text) > 1) found.doubled.push(`${text}: queued twice`);
  }
  for (const reply of replies) {
    if (delivered(reply.messageId) > 1) found.doubled.push(`${reply.text}: delivered twice`);
    judgeReply(reply, { truth, delivered, filed, found });
  }
  const known = new Set(replies.map(({ messageId }) => messageId));
  for (const id of truth.delivered) if (!known.has(id)) found.wrong.push(`delivered ${id} of no reply`);
}

function judgeReply(
  reply: SettledReply,
  { truth, delivered, filed, found }: { truth: Truth; delivered: Find; filed: Find; found: Found },
): void {
  const { text, state, messageId } = reply;
  const wasTakenBack = truth.takenBack.includes(text);
  if (wasTakenBack && state !== 'cancelled') found.wrong.push(`${text}: taken back, and ${state}`);
  switch (state) {
    case 'sent':
      if (delivered(messageId) === 0) found.lost.push(`${text}: said to be sent, and never delivered`);
      if (reply.messages !== 1 || reply.facts !== 1)
        found.wrong.push(`${text}: ${reply.messages} messages and ${reply.facts} facts of it`);
      if (filed(messageId) === 0) found.lost.push(`${text}: its copy in Sent`);
      if (filed(messageId) > 1) found.doubled.push(`${text}: its copy in Sent`);
      return;
    case 'cancelled':
      if (delivered(messageId) > 0) found.wrong.push(`${text}: taken back, and delivered`);
      if (!reply.drafted) found.lost.push(`${text}: taken back, and not in its draft`);
      return;
    case 'unknown':
      if (filed(messageId) > 0) found.wrong.push(`${text}: in doubt, though its copy stands in Sent`);
      return;
    default:
      found.wrong.push(`${text}: still ${state}`);
  }
}

function judgeBatches(truth: Truth, { batches }: Settled, found: Found): void {
  const rows = counterOf(batches.map(({ round }) => String(round)));
  for (const round of truth.begun) {
    if (rows(String(round)) === 0) found.lost.push(`bulk action ${round}: acknowledged, and not there`);
    if (rows(String(round)) > 1) found.doubled.push(`bulk action ${round}`);
  }
  for (const batch of batches) judgeBatch(batch, truth, found);
}

function judgeBatch({ round, state, total, notes, tagged }: SettledBatch, truth: Truth, found: Found): void {
  const name = `bulk action ${round}`;
  if (truth.undone.includes(round) && state !== 'undone') found.wrong.push(`${name}: undone, and ${state}`);
  if (state !== 'done' && state !== 'undone') return void found.wrong.push(`${name}: still ${state}`);
  const wanted = state === 'done' ? total : 0;
  const noted = notes.filter((count) => count > 0).length;
  if (noted < wanted || tagged < wanted)
    found.lost.push(`${name}: ${noted} notes, ${tagged} tags of ${wanted}`);
  if (noted > wanted || tagged > wanted)
    found.wrong.push(`${name}: ${noted} notes, ${tagged} tags of ${wanted}`);
  if (notes.some((count) => count > 1)) found.doubled.push(`${name}: a note twice in a conversation`);
}
