import type {
  Corrected,
  CorrectionKind,
  CorrectionTarget,
  TopicLinks,
} from '../../../../shared/corrections.ts';
import type { Actor } from '../../../../shared/events.ts';
import type { ConversationId, CorrectionId, MessageId } from '../../../../shared/ids.ts';
import type { Changes } from '../../../changes.ts';
import { newId } from '../../../ids.ts';
import type { Clock } from '../../../ports.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { startOfDay } from '../../calendars/day-rules.ts';
import type { Calendars } from '../../calendars/service.ts';
import type { Claims } from '../../claims/service.ts';
import type { Scope } from '../history/events.ts';
import type { SearchNames } from '../search/search-filters.ts';
import { topicLinksOf } from './links.ts';
import { merge } from './merge.ts';
import { mustBeUndoable, partsOf } from './ledger.ts';
import { isWrittenInto, mustBeOneWriter } from './one-writer.ts';
import { dropUnnamed, ruleFiles } from './rule-files.ts';
import { move, split, takesAll } from './split.ts';
import { targetsOf } from './targets.ts';
import { undo } from './undo.ts';

interface ChosenMessages {
  readonly id: ConversationId;
  readonly messageIds: readonly MessageId[];
}

/** Which messages belong together, put right by a person; each step can be undone. */
export interface Corrections {
  /**
   * @throws LiaisonError `nothing-left` where no mail would be on one side, `reply-on-its-way`, `not-found`,
   * `conversation-merged`
   */
  split(store: ClientStore, actor: Actor, chosen: ChosenMessages): Corrected;
  /** Those in `fromIds` are no more; whoever asks for them is told of `intoId`. @throws `drafts-on-both`, `claimed`, as `split` */
  merge(
    store: ClientStore,
    actor: Actor,
    of: { fromIds: readonly ConversationId[]; intoId: ConversationId },
  ): Corrected;
  /** All mail of a conversation goes as a merge. @throws as `split` and `merge` */
  move(store: ClientStore, actor: Actor, of: ChosenMessages & { intoId: ConversationId }): Corrected;
  /**
   * Restores what was; what has come since is kept, and put where it would have gone.
   *
   * @throws LiaisonError `corrected-since` where a later step on the same conversations stands, `conflict` where it is
   * undone, `reply-on-its-way`, `drafts-on-both`, `claimed`
   */
  undo(store: ClientStore, actor: Actor, id: CorrectionId): Corrected;
  /** Where messages of a conversation may be put; without words the likeliest. */
  targets(
    store: ClientStore,
    request: { conversationId: ConversationId; text: string } & Pick<SearchNames, 'operatorsNamed'>,
  ): readonly CorrectionTarget[];
  links(store: ClientStore, id: ConversationId): TopicLinks;
}

export function createCorrections(options: {
  clock: Clock;
  changes: Changes;
  calendars: Pick<Calendars, 'current'>;
  claims: Pick<Claims, 'holderOf' | 'guard'>;
}): Corrections {
  const { clock, changes, calendars, claims } = options;
  const scopeOf = (store: ClientStore): Scope => ({
    store,
    now: clock.now(),
    calendarVersion: calendars.current(store).version,
  });

  function announce(store: ClientStore, ids: readonly ConversationId[]): void {
    const { clientId } = store;
    // Whoever looks at a customer sees their conversations.
    changes.announce('contacts', { clientId });
    for (const id of ids) {
      changes.announce('conversations', { clientId, id });
      changes.announce('outbox', { clientId, id });
    }
  }

  function correct(
    store: ClientStore,
    kind: CorrectionKind,
    work: (
      scope: Scope,
      correctionId: CorrectionId,
    ) => { fromIds: readonly ConversationId[]; intoId: ConversationId },
  ): Corrected {
    const correctionId = newId<CorrectionId>(clock.now());
    const { fromIds, intoId } = store.transaction(() => work(scopeOf(store), correctionId));
    announce(store, [...fromIds, intoId]);
    return { correctionId, kind, intoId };
  }

  const mergeAll = (
    store: ClientStore,
    actor: Actor,
    of: { fromIds: readonly ConversationId[]; intoId: ConversationId },
  ): Corrected => {
    const files = ruleFiles(store, [...of.fromIds, of.intoId]);
    const done = correct(store, 'merge', (scope, correctionId) => {
      mustBeOneWriter({ store, claims, actor }, of);
      merge(scope, { ...of, correctionId, actor });
      return of;
    });
    dropUnnamed(store, files);
    return done;
  };

  return {
    split: (store, actor, chosen) =>
      correct(store, 'split', (scope, correctionId) => ({
        fromIds: [chosen.id],
        intoId: split(scope, { ...chosen, correctionId, actor }),
      })),
    merge: mergeAll,
    move(store, actor, { intoId, ...chosen }) {
      if (takesAll(store, chosen)) return mergeAll(store, actor, { fromIds: [chosen.id], intoId });
      return correct(store, 'move', (scope, correctionId) => {
        const written = isWrittenInto({ store, claims, actor }, intoId);
        move(scope, { ...chosen, intoId, isWrittenInto: written, correctionId, actor });
        return { fromIds: [chosen.id], intoId };
      });
    },
    undo(store, actor, id) {
      const files = ruleFiles(store, partsOf(mustBeUndoable(store, id)));
      const desk = { store, claims, actor };
      const { fromIds, intoId, kind } = store.transaction(() => undo(scopeOf(store), { id, desk }));
      dropUnnamed(store, files);
      announce(store, [...fromIds, intoId]);
      return { correctionId: id, kind, intoId: fromIds[0] ?? intoId };
    },
    targets: (store, { operatorsNamed, ...request }) =>
      targetsOf(store, {
        ...request,
        names: {
          operatorsNamed,
          startOfDay: (of, day) => startOfDay(day, calendars.current(of).timeZone),
        },
      }),
    links: topicLinksOf,
  };
}
