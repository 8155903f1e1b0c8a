import { mostStatusNames } from '../../../shared/conversation-words.ts';
import type { ConversationStatus, StatusName } from '../../../shared/conversations.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { StatusId } from '../../../shared/ids.ts';
import type { NamedStatus, StatusDraft } from '../../../shared/statuses.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { findStatus, listStatuses, putStatus } from './queries.ts';

/** What a client calls its statuses, within the categories that every client has. */
export interface Statuses {
  /** Retired ones among them: conversations stand in these still. */
  list(store: ClientStore): readonly NamedStatus[];
  /**
   * In their order, and gives these as they are known now, in the same order; one that is left out stays as it is, for a
   * colleague may have added it meanwhile.
   * @throws LiaisonError `not-found` for an id of nobody's, `conflict` where with those left out two would be offered under
   * one name, `too-many`
   */
  define(store: ClientStore, drafts: readonly StatusDraft[]): readonly NamedStatus[];
}

export function createStatuses({ clock, changes }: { clock: Clock; changes: Changes }): Statuses {
  return {
    list: listStatuses,
    define(store, drafts) {
      const defined = store.transaction(() => {
        const ids = drafts.map(({ id: known, ...draft }, position) => {
          if (known !== null && !findStatus(store, known)) throw gone();
          const id = known ?? newId<StatusId>(clock.now());
          putStatus(store, { ...draft, id, position });
          return id;
        });
        const all = listStatuses(store);
        mustBeAChoice(all);
        return ids.flatMap((id) => all.find((status) => status.id === id) ?? []);
      });
      changes.announce('automation', { clientId: store.clientId });
      changes.announce('conversations', { clientId: store.clientId });
      return defined;
    },
  };
}

function mustBeAChoice(statuses: readonly NamedStatus[]): void {
  const names = statuses.filter(({ retired }) => !retired).map(({ name }) => name.toLowerCase());
  if (new Set(names).size < names.length) throw new LiaisonError('conflict', { detail: { what: 'status' } });
  if (names.length > mostStatusNames)
    throw new LiaisonError('too-many', { detail: { what: 'status', most: mostStatusNames } });
}

const gone = () => new LiaisonError('not-found', { detail: { what: 'status' } });

/** A status as it is chosen: a category, and a name within it where there is one. */
export interface StatusChoice {
  readonly status: ConversationStatus;
  readonly statusId?: StatusId | null | undefined;
}

/** Plain statuses always are; a name is where this client has it in that category and has not retired it. */
export function isOffered(store: ClientStore, { status, statusId }: StatusChoice): boolean {
  if (!statusId) return true;
  const found = findStatus(store, statusId);
  return found !== undefined && !found.retired && found.category === status;
}

/** @throws LiaisonError `not-found` for a name that is not (or no longer) offered in that category of this client */
export function mustBeOffered(store: ClientStore, choice: StatusChoice): void {
  if (!isOffered(store, choice)) throw gone();
}

/** What it is called now, retired or not; null: a plain status. */
export function statusNamed(store: ClientStore, id: StatusId | null): StatusName | null {
  const found = id === null ? undefined : findStatus(store, id);
  return found ? { id: found.id, name: found.name } : null;
}

/** Those whose name holds these words, retired or not; capitals say nothing. */
export const statusesCalled = (store: ClientStore, words: string): NamedStatus[] =>
  listStatuses(store).filter(({ name }) => name.toLowerCase().includes(words));
