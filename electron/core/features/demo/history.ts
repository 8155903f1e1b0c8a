import type { Participant } from '../../../shared/conversations.ts';
import type { ChannelId, ConversationId, OperatorId } from '../../../shared/ids.ts';
import { receivedLetter } from '../../../shared/demo/letter.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Conversations } from '../conversations/service.ts';
import { writeMail, type Written } from './mime.ts';
import type { Plan, PlannedTurn } from './plan.ts';
import { afterWork, type Schedule } from './timeline.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Nothing older than this is left lying. */
const forgottenAfter = 3 * day;

/** What became of one conversation. */
export interface Told {
  readonly id: ConversationId;
  readonly plan: Plan;
  readonly resolvedAt: number | null;
}

interface Scene {
  readonly store: ClientStore;
  readonly conversations: Conversations;
  readonly channelId: ChannelId;
  readonly schedule: Schedule;
  readonly now: number;
}

/** Writes the bytes of every mail first: what follows runs in one transaction, which waits for nothing. */
export async function writeAll(plans: readonly Plan[]): Promise<Map<string, Written>> {
  const written = new Map<string, Written>();
  for (const plan of plans) {
    const us: Participant = plan.ours;
    for (const turn of plan.turns) {
      if (turn.by === 'note') continue;
      const people = turn.by === 'agent' ? { from: us, to: plan.customer } : { from: plan.customer, to: us };
      written.set(turn.messageId, await writeMail(turn, people));
    }
  }
  return written;
}

/** Tells the conversations through the real services, as if it had happened then. */
export function tellAll(scene: Scene, plans: readonly Plan[], written: ReadonlyMap<string, Written>): Told[] {
  return scene.store.transaction(() => plans.flatMap((plan) => tellOne(scene, plan, written) ?? []));
}

function tellOne(scene: Scene, plan: Plan, written: ReadonlyMap<string, Written>): Told | null {
  const { store, conversations } = scene;
  let id: ConversationId | null = null;
  let resolvedAt: number | null = null;
  plan.turns.forEach((turn, index) => {
    const mail = written.get(turn.messageId);
    if (turn.by === 'customer' && mail) {
      const ingested = conversations.ingest(store, scene.channelId, batchOf(plan, turn, mail));
      id = ingested.conversationIds[0] ?? id;
      if (!turn.automatic) resolvedAt = null;
      return;
    }
    if (id === null) return;
    const previous = plan.turns[index - 1]?.at ?? turn.at;
    if (turn.by === 'note') return addNote(scene, { id, plan, turn });
    if (!mail) return;
    reply(scene, { id, plan, turn, mail, previous });
    resolvedAt = turn.status === 'resolved' ? turn.at : null;
  });
  if (id === null) return null;
  resolvedAt ??= close(scene, id, plan);
  return { id, plan, resolvedAt };
}

const batchOf = (plan: Plan, turn: PlannedTurn, mail: Written) => ({
  messages: [
    receivedLetter({
      key: turn.messageId,
      from: plan.customer,
      to: plan.ours,
      subject: turn.subject,
      text: turn.text,
      quotedText: turn.quoted,
      html: turn.markup,
      automatic: turn.automatic,
      at: turn.at,
      messageId: turn.messageId,
      references: turn.references,
      attachments: mail.attachments,
      source: mail.bytes,
      sourceSha256: mail.sha256,
    }),
  ],
  removed: [],
  cursor: '0',
  progress: { done: 1, total: 1 },
});

function addNote(
  { store, conversations }: Scene,
  told: { id: ConversationId; plan: Plan; turn: PlannedTurn },
): void {
  const { id, plan, turn } = told;
  const actor = { kind: 'operator', id: plan.hand.id } as const;
  conversations.note(store, actor, { id, text: turn.text, at: turn.at });
  const milliseconds = plan.random.between(20_000, 90_000);
  conversations.handled(store, actor, { id, milliseconds, at: turn.at + 1 });
  if (turn.status) conversations.setStatus(store, actor, { id, status: turn.status, at: turn.at + 2 });
}

function reply(
  { store, conversations, channelId }: Scene,
  told: { id: ConversationId; plan: Plan; turn: PlannedTurn; mail: Written; previous: number },
): void {
  const { id, plan, turn, mail, previous } = told;
  const actor = { kind: 'operator', id: plan.hand.id } as const;
  const room = Math.max(0, turn.at - previous - 10);
  const milliseconds = Math.round(Math.min(plan.random.skewed(4.5 * minute, 0.55), room * 0.8));
  const begun = turn.at - milliseconds - 5;
  conversations.assign(store, actor, { id, to: plan.hand.id, at: begun });
  for (const tag of plan.scenario.tags) conversations.tag(store, actor, { id, tag, on: true, at: begun + 1 });
  if (milliseconds > 0) conversations.handled(store, actor, { id, milliseconds, at: turn.at - 1 });
  conversations.recordSent(store, {
    conversationId: id,
    channelId,
    operatorId: plan.hand.id,
    internetMessageId: turn.messageId,
    from: plan.ours,
    to: [plan.customer],
    cc: [],
    subject: turn.subject,
    bytes: mail.bytes,
    sha256: mail.sha256,
    text: turn.text,
    attachments: mail.attachments,
    templateId: null,
    thenStatus: turn.status ?? 'waiting',
    at: turn.at,
  });
}

/** What an operator does when nothing more comes: gives the moment it was resolved, or null where it stays open. */
function close(
  { store, conversations, schedule, now }: Scene,
  id: ConversationId,
  plan: Plan,
): number | null {
  const last = plan.turns.at(-1);
  if (!last || plan.fresh) return null;
  const { random } = plan;
  const actor = { kind: 'operator', id: plan.hand.id } as const;
  const patience =
    last.by === 'customer' && !last.automatic ? random.skewed(50 * minute, 0.7) : random.skewed(2 * day, 0.4);
  const at = Math.round(last.by === 'customer' ? afterWork(schedule, last.at, patience) : last.at + patience);
  if (at >= now) return null;
  if (plan.scenario.mood === 'spam') {
    conversations.setStatus(store, actor, { id, status: 'spam', at });
    return null;
  }
  const answered = plan.turns.some((turn) => turn.by === 'agent');
  const isRecent = now - last.at < forgottenAfter;
  if (!answered || (isRecent && random.chance(0.3))) return null;
  conversations.setStatus(store, actor, { id, status: 'resolved', at });
  return at;
}

/** A few of the open ones go to the person who is trying the demo, so that *Mine* is not empty. */
export function assignTo(scene: Scene, told: readonly Told[], operatorId: OperatorId): void {
  const waiting = told.filter((one) => one.plan.fresh).slice(0, 2);
  for (const { id, plan } of waiting) {
    const actor = { kind: 'operator', id: plan.hand.id } as const;
    scene.conversations.assign(scene.store, actor, { id, to: operatorId, at: scene.now - minute });
  }
}
