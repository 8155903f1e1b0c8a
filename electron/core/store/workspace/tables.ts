import type { ClientId, OperatorId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/operators.ts';
import type { SavedViewColumns } from '../saved-view-columns.ts';

/** `workspace.db`: which clients, who may do what, and how keys are kept. Never a customer's word. */
export interface WorkspaceTables {
  clients: {
    id: ClientId;
    name: string;
    mark: string;
    colour: string;
    pattern: string;
    /** JSON array of locales. */
    languages: string;
    time_zone: string;
    demo: 0 | 1;
    created_at: number;
    /** Where the key stands: the host's safe, or beside the store (demo only). */
    key_backend: 'keychain' | 'passphrase' | 'beside';
    /** HMAC-SHA256 of a fixed text under the key, hex: tells a wrong key from a damaged file. */
    key_check: string;
    /** Set while a removal is under way, so that a crash finishes it. */
    removing: 0 | 1;
  };
  operators: { id: OperatorId; name: string; email: string | null; created_at: number };
  grants: { operator_id: OperatorId; client_id: ClientId | null; role: Role };
  away: { operator_id: OperatorId; since: number };
  settings: { key: string; value: string };
  /** Views over several clients; those of one client are its own. */
  saved_views: SavedViewColumns;
  brand_exceptions: {
    id: string;
    client_id: ClientId;
    phrase: string;
    reason: string;
    operator_id: OperatorId | null;
    created_at: number;
    removed_at: number | null;
    removed_by: OperatorId | null;
  };
}
