import type { FieldId, OperatorId, StatusId } from '../../../electron/shared/ids.ts';

/** What the ids in actions and conditions are called in this client; undefined: it is no more, or not known yet. */
export interface ClientNames {
  operator(id: OperatorId): string | undefined;
  field(id: FieldId): string | undefined;
  status(id: StatusId): string | undefined;
  template(id: string): string | undefined;
  channel(id: string): string | undefined;
}
