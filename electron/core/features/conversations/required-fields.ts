import { LiaisonError } from '../../../shared/errors.ts';
import type { ConversationId, FieldId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

/** Fields that the client wants filled before anything is resolved and that are empty here, in their order. */
export const missingFields = (store: ClientStore, id: ConversationId): { id: FieldId; name: string }[] =>
  store.all(
    store.sql
      .selectFrom('fields')
      .leftJoin('field_values', (join) =>
        join.onRef('field_values.field_id', '=', 'fields.id').on('field_values.conversation_id', '=', id),
      )
      .select(['fields.id', 'fields.name'])
      .where('fields.required', '=', 1)
      .where('fields.removed', '=', 0)
      .where('field_values.value', 'is', null)
      .orderBy('fields.position'),
  );

/** @throws LiaisonError `fields-missing` naming them: `names` to be read, `ids` to be found */
export function mustHaveFields(store: ClientStore, id: ConversationId): void {
  const missing = missingFields(store, id);
  if (missing.length === 0) return;
  const detail = {
    conversationId: id,
    names: missing.map(({ name }) => name).join(', '),
    ids: missing.map((field) => field.id).join(','),
  };
  throw new LiaisonError('fields-missing', { detail });
}
