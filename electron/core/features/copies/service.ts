import type { PageToPrint } from '../../../shared/copies.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { MessageId } from '../../../shared/ids.ts';
import type { PrintPdf } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { sourceOf } from '../../store/client/message-sources.ts';
import type { Tickets } from '../tickets/service.ts';
import { printDocument } from './print-document.ts';
import { findMessage } from './queries.ts';
import { rebuildMail } from './rebuild.ts';

/** What leaves Liaison on paper or as a file. Every path is a single-use address. */
export interface Copies {
  /**
   * A message as `.eml`: the bytes as they came or left, or rebuilt where its channel has none.
   *
   * @throws LiaisonError `not-found`, also for notes, which never were mail
   */
  mail(store: ClientStore, id: MessageId): Promise<{ path: string; rebuilt: boolean }>;
  /** A frame that prints itself. */
  print(page: PageToPrint): { path: string };
  /** @throws LiaisonError `pdf-unavailable` */
  pdf(page: PageToPrint): Promise<{ path: string }>;
}

export function createCopies(options: {
  tickets: Pick<Tickets, 'issueFile' | 'issuePrint'>;
  printPdf: PrintPdf;
}): Copies {
  const { tickets, printPdf } = options;
  return {
    async mail(store, id) {
      const message = findMessage(store, id);
      if (!message || message.kind === 'note')
        throw new LiaisonError('not-found', { detail: { what: 'message' } });
      const original = sourceOf(store, message.seq);
      const bytes = original ?? (await rebuildMail(message));
      const name = `${message.subject.trim() || 'message'}.eml`;
      return { ...tickets.issueFile({ name, bytes }), rebuilt: original === null };
    },
    print: (page) => tickets.issuePrint(printDocument(page, { withPolicy: false })),
    async pdf(page) {
      const bytes = await printPdf(printDocument(page, { withPolicy: true }));
      return tickets.issueFile({ name: `${page.title.trim() || 'message'}.pdf`, bytes });
    },
  };
}
