import { LiaisonError } from '../../../shared/errors.ts';
import type { AttachmentId, ConversationId } from '../../../shared/ids.ts';
import type { OutgoingAttachment } from '../../../shared/outbox.ts';
import type { TemplateBody } from '../../../shared/templates.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { isDangerous } from '../conversations/attachment-rules.ts';
import type { Outbox } from '../outbox/service.ts';
import { deleteFile, insertFile, listFiles, namedFiles } from './file-queries.ts';

/** A file that was put to a template which was never saved is kept this long: the form may still be open. */
const unnamedMilliseconds = 24 * 3_600_000;

/** Files of templates, in the client's sealed folder. */
export interface TemplateFiles {
  attach(store: ClientStore, file: { name: string; type: string; bytes: Uint8Array }): OutgoingAttachment;
  /** Copies a template's files to the conversation's draft; each copy lives and goes with the draft. */
  copyTo(store: ClientStore, conversationId: ConversationId, body: TemplateBody): OutgoingAttachment[];
}

export function createTemplateFiles(options: {
  clock: Clock;
  outbox: Pick<Outbox, 'attach'>;
}): TemplateFiles {
  const { clock, outbox } = options;

  function dropUnnamed(store: ClientStore): void {
    const named = namedFiles(store);
    for (const file of listFiles(store)) {
      if (named.has(file.id) || file.created_at + unnamedMilliseconds > clock.now()) continue;
      deleteFile(store, file.id);
      store.files.remove(file.id);
    }
  }

  return {
    attach(store, { name, type, bytes }) {
      if (/[\p{Cc}\u2028\u2029]/u.test(name))
        throw new LiaisonError('invalid-input', { detail: { path: 'name' } });
      dropUnnamed(store);
      const id = newId<AttachmentId>(clock.now());
      const size = bytes.byteLength;
      store.files.write(id, bytes);
      insertFile(store, { id, name, type, size, created_at: clock.now() });
      return { id, name, size, dangerous: isDangerous({ name, type }) };
    },
    copyTo(store, conversationId, { attachmentIds }) {
      const known = new Map(listFiles(store).map((file) => [file.id, file]));
      return attachmentIds.flatMap((id) => {
        const file = known.get(id);
        if (!file) return [];
        const { name, type } = file;
        return outbox.attach(store, { conversationId, name, type, bytes: store.files.read(id) });
      });
    },
  };
}
