import { LiaisonError } from '../../../../shared/errors.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import { conversationIdsAfter, readForExport } from './export-queries.ts';

export interface Exported {
  readonly conversations: number;
  readonly messages: number;
}

/** Takes one line, without its end. A promise holds the export back until there is room. */
export type WriteLine = (line: string) => void | Promise<void>;

export interface Exports {
  /**
   * Everything that was said with a client's customers as JSON lines, one conversation a line. One
   * conversation is in memory at a time. Names no account and holds no secret: those stand in other tables.
   */
  exportClient(store: ClientStore, write: WriteLine, signal?: AbortSignal): Promise<Exported>;
}

/** Conversations between two breaths: other work of the core goes on. */
const atOnce = 50;

export function createExports(): Exports {
  return {
    async exportClient(store, write, signal) {
      let conversations = 0;
      let messages = 0;
      let after: ConversationId | null = null;
      for (;;) {
        if (signal?.aborted) throw new LiaisonError('cancelled');
        const ids = conversationIdsAfter(store, { after, limit: atOnce });
        for (const id of ids) {
          const conversation = readForExport(store, id);
          await write(JSON.stringify(conversation));
          conversations += 1;
          messages += conversation.messages.length;
        }
        if (ids.length < atOnce) return { conversations, messages };
        after = ids.at(-1) ?? null;
        await new Promise(setImmediate);
      }
    },
  };
}
