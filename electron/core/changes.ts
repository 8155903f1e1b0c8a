import type { Change, ChangeTopic } from '../shared/changes.ts';
import type { ClientId, OperatorId } from '../shared/ids.ts';

/** What a change is about, as far as there is more to say than its topic. */
interface About {
  readonly clientId?: ClientId;
  readonly id?: string;
  readonly reason?: Change['reason'];
  readonly operatorIds?: readonly OperatorId[];
}

export type ChangeListener = (change: Change) => void;

/** Announces what has changed, after it is durable. Listeners are told; they can't steer. */
export interface Changes {
  announce(topic: ChangeTopic, about?: About): void;
  /** Returns the function that stops listening. */
  listen(listener: ChangeListener): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<ChangeListener>();
  return {
    announce(topic, about = {}) {
      const change: Change = {
        topic,
        clientId: about.clientId ?? null,
        id: about.id ?? null,
        reason: about.reason ?? 'changed',
        ...(about.operatorIds ? { operatorIds: about.operatorIds } : {}),
      };
      for (const listener of listeners) listener(change);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
