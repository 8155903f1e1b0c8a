import type {
  BrandException,
  DayNote,
  ForeignFinding,
  ForeignKind,
  NewBrandException,
  NewDayNote,
  PasteDecision,
  PastedText,
  PasteVerdict,
  ReplyParts,
  SwitchCost,
  SwitchTimes,
} from '../../../shared/brand-safety.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ClientId, OperatorId } from '../../../shared/ids.ts';
import { may, type Operator } from '../../../shared/operators.ts';
import { toInstant } from '../../../shared/time.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';
import type { Clients } from '../clients/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Operators } from '../operators/service.ts';
import { createBrands } from './brands.ts';
import { checkReply, type ForeignPlace } from './check.ts';
import { endException, insertException, listExceptions } from './exception-queries.ts';
import { foreignIn } from './match-rules.ts';
import {
  hasConversation,
  hasTemplate,
  insertDayNote,
  isWrittenHere,
  listSwitches,
  newestDayNote,
} from './queries.ts';
import { passageOf } from './passage-rules.ts';
import { stripped } from './strip-rules.ts';
import { costsOf } from './switch-rules.ts';

/** What a reply was found to hold when it left all the same. */
export interface BrandOverridden {
  readonly kinds: readonly ForeignKind[];
  readonly count: number;
  readonly reason: string;
}

/** A reply as `outbox` is about to queue it. */
export interface GuardedReply {
  readonly parts: ReplyParts;
  readonly templateId: string | null;
  readonly override: { readonly reason: string } | null;
}

export interface BrandSafety {
  /** What of a reply looks like another client's. Names those that this operator may see. */
  check(store: ClientStore, operatorId: OperatorId, parts: ReplyParts): readonly ForeignFinding[];
  /**
   * The last door before the outbox. Null where there is nothing to say; what was overridden, to be kept as an event.
   *
   * @throws LiaisonError `foreign-brand` with kind and count, `wrong-client` for another client's template, `forbidden`
   *   for an override by somebody who may not
   */
  guard(store: ClientStore, operatorId: OperatorId, reply: GuardedReply): BrandOverridden | null;
  /** By what a text that is to stand in many messages gives another client away; null where it does not. */
  foreignKind(store: ClientStore, text: string): ForeignKind | null;
  /** Whether a text on its way into a composer comes out of another client's conversation, and what of it is theirs. */
  weigh(store: ClientStore, operatorId: OperatorId, pasted: PastedText): PasteVerdict;
  /** The text without the other client's names, links and addresses, or nothing; that it happened is recorded, not what. */
  decide(store: ClientStore, operatorId: OperatorId, decision: PasteDecision): { readonly text: string };
  exceptions(clientId: ClientId): readonly BrandException[];
  allow(operatorId: OperatorId, exception: NewBrandException): void;
  disallow(operatorId: OperatorId, ended: { clientId: ClientId; id: string }): void;
  /** Null where there is none, or none any more. */
  note(store: ClientStore): DayNote | null;
  setNote(store: ClientStore, operatorId: OperatorId, note: NewDayNote): void;
  switched(store: ClientStore, operatorId: OperatorId, times: SwitchTimes): void;
  /** Everybody's for who leads quality here; else one's own. */
  switchCosts(store: ClientStore, operator: Operator, since: number): readonly SwitchCost[];
}

interface BrandSafetyOptions {
  readonly workspace: WorkspaceStore;
  readonly stores: Pick<ClientStores, 'all'>;
  readonly clients: Pick<Clients, 'list'>;
  readonly operators: Pick<Operators, 'list' | 'find' | 'authorise'>;
  readonly conversations: Pick<Conversations, 'record'>;
  readonly changes: Changes;
  readonly clock: Clock;
}

export function createBrandSafety(options: BrandSafetyOptions): BrandSafety {
  const { workspace, stores, clients, operators, conversations, changes, clock } = options;
  const brands = createBrands({ clients, stores, operators, changes, clock });
  const allowedTo = (clientId: ClientId) => listExceptions(workspace, clientId);
  const namesFor = (operatorId: OperatorId) => {
    const operator = operators.find(operatorId);
    const names = new Map(clients.list().map(({ id, name }) => [id, name]));
    return ({ clientId, ...place }: ForeignPlace): ForeignFinding => {
      const sees = operator !== null && may(operator, 'clients.read', clientId);
      return { ...place, clientName: sees ? (names.get(clientId) ?? null) : null };
    };
  };
  const find = (store: ClientStore, parts: ReplyParts) =>
    checkReply(store, parts, { brands, stores, allowedTo });

  function placesOf(store: ClientStore, text: string) {
    const allowed = allowedTo(store.clientId);
    return foreignIn(text, { ...brands.sidesOf(store), allowed, besides: [] });
  }
  function mustBeHere(store: ClientStore, at: PastedText | SwitchTimes): void {
    const isHere = store.clientId === at.clientId && hasConversation(store, at.conversationId);
    if (!isHere) throw new LiaisonError('wrong-client', { detail: { what: 'conversation' } });
  }

  return {
    check: (store, operatorId, parts) => find(store, parts).map(namesFor(operatorId)),
    guard(store, operatorId, { parts, templateId, override }) {
      if (templateId !== null && !hasTemplate(store, templateId))
        throw new LiaisonError('wrong-client', { detail: { what: 'template' } });
      const found = find(store, parts);
      const [first] = found;
      if (!first) return null;
      const count = found.length;
      if (!override) throw new LiaisonError('foreign-brand', { detail: { kind: first.kind, count } });
      operators.authorise(operatorId, 'brands.override', store.clientId);
      return { kinds: [...new Set(found.map(({ kind }) => kind))], count, reason: override.reason };
    },
    foreignKind: (store, text) => placesOf(store, text)[0]?.kind ?? null,
    weigh(store, operatorId, pasted) {
      mustBeHere(store, pasted);
      const passage = passageOf(pasted.text);
      const others = stores.all().filter(({ clientId }) => clientId !== store.clientId);
      const isElsewhere =
        passage !== null &&
        !isWrittenHere(store, passage) &&
        others.some((other) => isWrittenHere(other, passage));
      return {
        origin: isElsewhere ? 'elsewhere' : 'unknown',
        findings: placesOf(store, pasted.text)
          .map((hit) => ({ ...hit, field: 'text' as const, index: 0 }))
          .map(namesFor(operatorId)),
      };
    },
    decide(store, operatorId, decision) {
      mustBeHere(store, decision);
      const found = placesOf(store, decision.text);
      const body = {
        type: 'foreign-paste',
        as: decision.as,
        kinds: [...new Set(found.map(({ kind }) => kind))],
        count: found.length,
      } as const;
      conversations.record(
        store,
        { kind: 'operator', id: operatorId },
        { id: decision.conversationId, body },
      );
      return { text: decision.as === 'stripped' ? stripped(decision.text, found) : '' };
    },
    exceptions: (clientId) =>
      listExceptions(workspace, clientId).map((row) => ({
        id: row.id,
        phrase: row.phrase,
        reason: row.reason,
        operatorId: row.operator_id,
        createdAt: toInstant(row.created_at),
      })),
    allow(operatorId, exception) {
      const now = clock.now();
      insertException(workspace, { ...exception, id: newId(now), operatorId, now });
      changes.announce('brands', { clientId: exception.clientId });
    },
    disallow(operatorId, ended) {
      if (endException(workspace, { ...ended, operatorId, now: clock.now() }) === 0)
        throw new LiaisonError('not-found', { detail: { what: 'exception' } });
      changes.announce('brands', { clientId: ended.clientId });
    },
    note(store) {
      const row = newestDayNote(store);
      if (!row || row.text === '' || row.expires_at <= clock.now()) return null;
      return {
        text: row.text,
        expiresAt: toInstant(row.expires_at),
        operatorId: row.operator_id,
        writtenAt: toInstant(row.written_at),
      };
    },
    setNote(store, operatorId, note) {
      insertDayNote(store, {
        text: note.text,
        expiresAt: Date.parse(note.expiresAt),
        operatorId,
        now: clock.now(),
      });
      changes.announce('brands', { clientId: store.clientId });
    },
    switched(store, operatorId, times) {
      mustBeHere(store, times);
      const { toFirstKey, toSend } = times;
      const body = { type: 'switched', toFirstKey, toSend } as const;
      conversations.record(store, { kind: 'operator', id: operatorId }, { id: times.conversationId, body });
    },
    switchCosts(store, operator, since) {
      const all = costsOf(listSwitches(store, since));
      return may(operator, 'quality.read', store.clientId)
        ? all
        : all.filter(({ operatorId }) => operatorId === operator.id);
    },
  };
}
