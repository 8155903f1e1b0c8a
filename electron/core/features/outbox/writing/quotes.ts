import type { Client } from '../../../../shared/clients.ts';
import type { Manner, OutgoingKind } from '../../../../shared/composing.ts';
import type { Participant } from '../../../../shared/conversations.ts';
import { LiaisonError } from '../../../../shared/errors.ts';
import type { ConversationId, MessageId } from '../../../../shared/ids.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { MailWords } from './mail-words.ts';
import {
  forwardedOf,
  forwardSubject,
  quotationOf,
  tidy,
  type Quotable,
  type QuoteWords,
} from './quote-rules.ts';
import { findQuotable, languageOf, listQuotable, type QuotableRow } from './quote-queries.ts';
import { quoteModeOf } from '../sending-queries.ts';

interface QuotesOptions {
  readonly words: MailWords;
  readonly clients: { list(): readonly Pick<Client, 'id' | 'languages' | 'timeZone'>[] };
}

export interface WhatIsQuoted {
  readonly conversationId: ConversationId;
  readonly kind: OutgoingKind;
  readonly manner: Manner;
}

/**
 * What stands below the words of a message, made of the conversation as the store has it. Nobody writes in it but in what
 * a forward hands on: what was changed there by hand leaves as it stands.
 */
export function createQuotes({ words, clients }: QuotesOptions) {
  /** An answer speaks the customer's language, a forward the client's own; both keep the client's time. */
  function wordsFor(store: ClientStore, { conversationId, kind }: Omit<WhatIsQuoted, 'manner'>): QuoteWords {
    const client = clients.list().find(({ id }) => id === store.clientId);
    const customers = kind === 'reply' ? languageOf(store, conversationId) : null;
    return words.of({
      language: customers ?? client?.languages[0] ?? 'en',
      timeZone: client?.timeZone ?? 'UTC',
    });
  }

  function of(store: ClientStore, { conversationId, kind, manner }: WhatIsQuoted): string {
    const inWords = wordsFor(store, { conversationId, kind });
    if (kind === 'forward') {
      const rows = findQuotable(store, { conversationId, ids: manner.forwarded });
      if (rows.length === 0 || rows.length < manner.forwarded.length)
        throw new LiaisonError('wrong-client', { detail: { what: 'message' } });
      return manner.original === undefined ? forwardedOf(rows.map(whole), inWords) : tidy(manner.original);
    }
    const mode = manner.quote ?? quoteModeOf(store);
    if (mode === 'none') return '';
    const rows = listQuotable(store, conversationId);
    const answered = rows.findLast((row) => row.kind === 'inbound') ?? rows.at(-1);
    const repeated = mode === 'thread' ? rows : answered ? [answered] : [];
    return quotationOf(repeated.map(bare), inWords);
  }

  return {
    of,
    /** What is handed on as it came, where somebody has written in it; else null. */
    came(store: ClientStore, what: WhatIsQuoted): string | null {
      const { original, ...manner } = what.manner;
      return what.kind !== 'forward' || original === undefined ? null : of(store, { ...what, manner });
    },
    subjectOfForward: (store: ClientStore, about: { conversationId: ConversationId; subject: string }) =>
      forwardSubject(about.subject, wordsFor(store, { ...about, kind: 'forward' })),
    /** The messages that a forward of one, or of everything, hands on; oldest first. */
    toForward(store: ClientStore, about: { conversationId: ConversationId; messageId: MessageId | null }) {
      const { conversationId, messageId } = about;
      const rows =
        messageId === null
          ? listQuotable(store, conversationId)
          : findQuotable(store, { conversationId, ids: [messageId] });
      if (rows.length === 0) throw new LiaisonError('not-found', { detail: { what: 'message' } });
      return rows;
    },
  };
}

export type Quotes = ReturnType<typeof createQuotes>;

const bare = (row: QuotableRow): Quotable => {
  const { to, cc } = JSON.parse(row.recipients) as { to: Participant[]; cc: Participant[] };
  const from = { name: row.from_name, address: row.from_address };
  return { from, to, cc, subject: row.subject, text: row.body, at: row.sent_at };
};

/** Whoever was not there is shown all of it, with what it quoted itself. */
const whole = (row: QuotableRow): Quotable => ({
  ...bare(row),
  text: [row.body, row.quote].filter((part) => part !== '').join('\n\n'),
});
