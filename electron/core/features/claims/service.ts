import { LiaisonError } from '../../../shared/errors.ts';
import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import type { ClaimStanding, Writer } from '../../../shared/people.ts';
import { toInstant } from '../../../shared/time.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Operators } from '../operators/service.ts';
import { mustBeCertified } from '../people/service.ts';
import { createClaimDesk, type ClaimDesk } from './desk.ts';
import { claimed, liveClaim, takenOver, type Claim } from './rules.ts';

interface Who {
  readonly operatorId: OperatorId;
  readonly conversationId: ConversationId;
}

/** Who writes where: of several people exactly one, and all of them know it. */
export interface Claims {
  /**
   * Holds a conversation for the one who opens its composer, where it is free, and tells how that stands until the caller
   * stops; with the last window of theirs that stops, the claim ends.
   *
   * @throws LiaisonError `not-certified`
   */
  hold(store: ClientStore, who: Who, signal: AbortSignal): AsyncGenerator<ClaimStanding, void>;
  /** Tells the same to who only reads; nothing becomes theirs. */
  watch(store: ClientStore, who: Who, signal: AbortSignal): AsyncGenerator<ClaimStanding, void>;
  /**
   * Takes it, from nobody or from the colleague who has it: a deliberate act, which the conversation's history tells.
   *
   * @throws LiaisonError `claimed` where it is not theirs (any more) from whom it shall be taken
   */
  take(store: ClientStore, who: Who & { from: OperatorId | null }): void;
  /** One's own; anybody else's stays. */
  release(store: ClientStore, who: Who): void;
  /** Before every word that is written or sent. @throws LiaisonError `claimed` where somebody else has it */
  guard(store: ClientStore, who: Who): void;
  /** A sign of who writes; where it timed out and nobody took it, it is theirs again. @throws LiaisonError `claimed` */
  write(store: ClientStore, who: Who): void;
  /** A sign of who reads: what is theirs stays theirs. */
  attend(store: ClientStore, who: Who): void;
  holderOf(store: ClientStore, id: ConversationId): OperatorId | null;
  /** Where others than this one write just now. */
  writing(store: ClientStore, besides: OperatorId): readonly Writer[];
  /** Lets go of what nobody was seen at for too long. Gives how many. */
  expire(): number;
  start(): void;
  close(): void;
}

/** A few seconds more or less are nothing against the time-out. */
const lookMilliseconds = 15_000;

interface ClaimOptions {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly stores: Pick<ClientStores, 'all'>;
  readonly operators: Pick<Operators, 'find'>;
  readonly conversations: Pick<Conversations, 'record'>;
}

export function createClaims({ clock, changes, stores, operators, conversations }: ClaimOptions): Claims {
  const desks = new WeakMap<ClientStore, ClaimDesk>();
  let looking: ReturnType<typeof setInterval> | null = null;

  function deskOf(store: ClientStore): ClaimDesk {
    const desk = desks.get(store) ?? createClaimDesk();
    desks.set(store, desk);
    return desk;
  }
  const nameOf = (id: OperatorId) => operators.find(id)?.name ?? '';
  const live = (store: ClientStore, id: ConversationId) => liveClaim(deskOf(store).claimOf(id), clock.now());
  const refuse = ({ operatorId }: Claim) =>
    new LiaisonError('claimed', { detail: { name: nameOf(operatorId) } });

  function standingOf(store: ClientStore, { operatorId, conversationId }: Who): ClaimStanding {
    const claim = live(store, conversationId);
    if (!claim) return { state: 'free' };
    const since = toInstant(claim.since);
    if (claim.operatorId === operatorId) return { state: 'mine', since };
    return { state: 'taken', operatorId: claim.operatorId, name: nameOf(claim.operatorId), since };
  }
  function put(store: ClientStore, { id, claim }: { id: ConversationId; claim: Claim | null }): void {
    if (deskOf(store).put(id, claim)) changes.announce('claims', { clientId: store.clientId, id });
  }
  function release(store: ClientStore, { operatorId, conversationId: id }: Who): void {
    if (deskOf(store).claimOf(id)?.operatorId === operatorId) put(store, { id, claim: null });
  }
  function guard(store: ClientStore, { operatorId, conversationId }: Who): void {
    const claim = live(store, conversationId);
    if (claim && claim.operatorId !== operatorId) throw refuse(claim);
  }
  function renew(store: ClientStore, { operatorId: by, conversationId: id }: Who): void {
    put(store, { id, claim: claimed(deskOf(store).claimOf(id), { by, now: clock.now() }) });
  }
  /** How it stands, now and at every change, until the caller stops. */
  async function* standings(
    store: ClientStore,
    { writes, ...who }: Who & { writes: boolean },
    signal: AbortSignal,
  ): AsyncGenerator<ClaimStanding, void> {
    let news: () => void = () => undefined;
    let isNews = true;
    const tell = () => {
      isNews = true;
      news();
    };
    const { operatorId, conversationId } = who;
    const letGo = deskOf(store).hold(conversationId, { operatorId, writes, tell });
    signal.addEventListener('abort', () => news(), { once: true });
    try {
      if (writes) renew(store, who);
      while (!signal.aborted) {
        if (isNews) {
          isNews = false;
          yield standingOf(store, who);
        } else await new Promise<void>((resolve) => (news = resolve));
      }
    } finally {
      letGo();
    }
  }
  function expireIn(store: ClientStore): number {
    const late = deskOf(store)
      .all()
      .filter(({ claim }) => liveClaim(claim, clock.now()) === null);
    for (const { id } of late) put(store, { id, claim: null });
    return late.length;
  }
  const expire = () => stores.all().reduce((count, store) => count + expireIn(store), 0);

  return {
    async *hold(store, who, signal) {
      mustBeCertified(store, who.operatorId);
      const desk = deskOf(store);
      try {
        yield* standings(store, { ...who, writes: true }, signal);
      } finally {
        if (!desk.isHeldBy(who.conversationId, who.operatorId)) release(store, who);
      }
    },
    watch: (store, who, signal) => standings(store, { ...who, writes: false }, signal),
    take(store, { from, ...who }) {
      mustBeCertified(store, who.operatorId);
      const { operatorId: by, conversationId } = who;
      const before = live(store, conversationId);
      const next = takenOver(before, { by, from, now: clock.now() });
      if (!next) throw before ? refuse(before) : new LiaisonError('conflict', { detail: { what: 'claim' } });
      if (before && before.operatorId !== by) {
        const body = { type: 'taken-over', from: before.operatorId } as const;
        conversations.record(store, { kind: 'operator', id: by }, { id: conversationId, body });
      }
      put(store, { id: conversationId, claim: next });
    },
    release,
    guard,
    write(store, who) {
      guard(store, who);
      if (deskOf(store).isHeldBy(who.conversationId, who.operatorId)) renew(store, who);
    },
    attend(store, who) {
      if (live(store, who.conversationId)?.operatorId === who.operatorId) renew(store, who);
    },
    holderOf: (store, id) => live(store, id)?.operatorId ?? null,
    writing: (store, besides) =>
      deskOf(store)
        .all()
        .filter(({ claim }) => claim.operatorId !== besides && liveClaim(claim, clock.now()) !== null)
        .map(({ id, claim }) => ({
          clientId: store.clientId,
          conversationId: id,
          name: nameOf(claim.operatorId),
        })),
    expire,
    start() {
      looking ??= setInterval(expire, lookMilliseconds).unref();
    },
    close() {
      if (looking) clearInterval(looking);
    },
  };
}
