import { LiaisonError } from '../../../shared/errors.ts';
import type { Actor } from '../../../shared/events.ts';
import { canonicalValue } from '../../../shared/field-values.ts';
import { mostFields } from '../../../shared/field-words.ts';
import { fieldsDiffer, type Field, type FieldsChange, type FieldValues } from '../../../shared/fields.ts';
import type { ConversationId, FieldId } from '../../../shared/ids.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Conversations } from '../conversations/service.ts';
import { isKnownField, listFields, putField, putValue, retireField, valuesOf } from './queries.ts';

interface FieldChange {
  readonly id: ConversationId;
  readonly fieldId: FieldId;
  /** As typed; null or nothing but space empties the field. */
  readonly value: string | null;
  /** When it happened; otherwise now. */
  readonly at?: number;
}

/** What a client wants to know of its conversations beside what was said. */
export interface Fields {
  /** In their order. */
  list(store: ClientStore): readonly Field[];
  /**
   * Gives the fields of the change as they are known now, in its order. One that it leaves out stays as it is, for a
   * colleague may have added it meanwhile.
   * @throws LiaisonError `not-found` for an id of nobody's, `conflict` where with those left out two had one name,
   * `too-many`
   */
  define(store: ClientStore, change: FieldsChange): readonly Field[];
  values(store: ClientStore, id: ConversationId): FieldValues;
  /**
   * Gives whether anything changed. Joins the caller's transaction.
   * @throws LiaisonError `not-found`, `field-invalid` naming the field that can't hold it
   */
  set(store: ClientStore, actor: Actor, change: FieldChange): boolean;
  /** The value from before, where a change of it is taken back: tells nobody and adds no fact. */
  putBack(store: ClientStore, before: FieldChange): void;
}

const gone = () => new LiaisonError('not-found', { detail: { what: 'field' } });

export function createFields(options: {
  clock: Clock;
  changes: Changes;
  conversations: Pick<Conversations, 'record'>;
}): Fields {
  const { clock, changes, conversations } = options;

  function fieldOf(store: ClientStore, id: FieldId): Field {
    const field = listFields(store).find((each) => each.id === id);
    if (!field) throw gone();
    return field;
  }

  return {
    list: listFields,
    define(store, { fields, removed }) {
      const defined = store.transaction(() => {
        for (const id of removed) retireField(store, id);
        const ids = fields.map(({ id: known, ...draft }, position) => {
          if (known !== null && !isKnownField(store, known)) throw gone();
          const id = known ?? newId<FieldId>(clock.now());
          putField(store, { ...draft, id, position });
          return id;
        });
        const all = listFields(store);
        if (!fieldsDiffer(all)) throw new LiaisonError('conflict', { detail: { what: 'field' } });
        if (all.length > mostFields)
          throw new LiaisonError('too-many', { detail: { what: 'field', most: mostFields } });
        return ids.flatMap((id) => all.find((field) => field.id === id) ?? []);
      });
      changes.announce('automation', { clientId: store.clientId });
      return defined;
    },
    values: (store, id) => Object.fromEntries(valuesOf(store, id).map((row) => [row.field_id, row.value])),
    set(store, actor, { id, fieldId, value, at }) {
      const field = fieldOf(store, fieldId);
      const isEmpty = value === null || value.trim() === '';
      const to = isEmpty ? null : canonicalValue(field, value);
      if (!isEmpty && to === null) throw new LiaisonError('field-invalid', { detail: { name: field.name } });
      return store.transaction(() => {
        const from = valuesOf(store, id).find((row) => row.field_id === fieldId)?.value ?? null;
        if (from === to) return false;
        const body = { type: 'field-changed', fieldId, name: field.name, from, to } as const;
        conversations.record(store, actor, { id, body, ...(at === undefined ? {} : { at }) });
        putValue(store, { id, fieldId, value: to });
        return true;
      });
    },
    putBack: putValue,
  };
}
