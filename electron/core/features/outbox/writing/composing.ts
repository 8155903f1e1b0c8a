import type { Identity } from '../../../../shared/channels.ts';
import {
  usualManner,
  type BeginForward,
  type CarriedFile,
  type DraftSeen,
} from '../../../../shared/composing.ts';
import type { AttachmentId, ConversationId, OperatorId } from '../../../../shared/ids.ts';
import type { OutgoingAttachment } from '../../../../shared/outbox.ts';
import type { Clock } from '../../../ports.ts';
import type { ClientStore } from '../../../store/client/client-store.ts';
import type { Channels } from '../../channels/service.ts';
import type { Conversations } from '../../conversations/service.ts';
import { boundTo } from './compose.ts';
import { isEmptyDraft, listDrafts, presentSeen, putDraft, removeDraft } from './drafts.ts';
import { createForward } from './forward.ts';
import { findPeople } from './people-queries.ts';
import type { Quotes, WhatIsQuoted } from './quotes.ts';

/** What helps while a message is written; of one client, like all of it. */
export interface Composing {
  /**
   * A draft that hands on one message, or all that was said, to nobody yet, with the files that came.
   * @throws LiaisonError `conflict` where somebody is writing a forward of this conversation
   */
  forward(store: ClientStore, operatorId: OperatorId, begun: BeginForward): Promise<DraftSeen>;
  /** The files that came with a conversation. */
  originals(store: ClientStore, conversationId: ConversationId): readonly CarriedFile[];
  /** Puts a copy of one of them to what is written. */
  carry(
    store: ClientStore,
    file: { conversationId: ConversationId; attachmentId: AttachmentId },
  ): Promise<OutgoingAttachment>;
  /** What would stand below the words. */
  quotation(store: ClientStore, of: WhatIsQuoted): string;
  /** What a message handed on as it came, where somebody has written in it; else null. */
  came(store: ClientStore, of: WhatIsQuoted): string | null;
  /** What people are writing in a conversation; empty drafts are nobody's. */
  drafts(store: ClientStore, conversationId: ConversationId): readonly DraftSeen[];
  /** A note as far as it is written; an empty one is none. */
  saveNote(
    store: ClientStore,
    operatorId: OperatorId,
    note: { conversationId: ConversationId; text: string },
  ): void;
  /** Whom a few letters may mean. */
  people(store: ClientStore, text: string): readonly Identity[];
}

const mostOffered = 8;

interface ComposingOptions {
  readonly clock: Clock;
  readonly channels: Pick<Channels, 'list'>;
  readonly conversations: Pick<Conversations, 'attachment'>;
  readonly quotes: Quotes;
  readonly attach: Parameters<typeof createForward>[0]['attach'];
  readonly announce: (store: ClientStore, conversationId: ConversationId) => void;
}

export function createComposing(options: ComposingOptions): Composing {
  const { clock, channels, quotes, announce } = options;
  const forwards = createForward(options);
  const ownAddresses = (store: ClientStore) =>
    new Set(
      channels.list(store).flatMap(({ identities }) => identities.map((each) => each.address.toLowerCase())),
    );
  return {
    async forward(store, operatorId, begun) {
      const seen = await forwards.begin(store, operatorId, begun);
      announce(store, begun.conversationId);
      return seen;
    },
    originals: forwards.originals,
    carry: forwards.carry,
    quotation: quotes.of,
    came: quotes.came,
    drafts: (store, conversationId) =>
      listDrafts(store, conversationId)
        .filter((row) => row.kind === 'forward' || !isEmptyDraft(row))
        .map(presentSeen),
    saveNote(store, operatorId, { conversationId, text }) {
      boundTo(store, channels, conversationId);
      const key = { conversationId, kind: 'note' } as const;
      if (text.trim() === '') removeDraft(store, key);
      else
        putDraft(store, {
          ...key,
          operatorId,
          text,
          manner: usualManner,
          identity: nobody,
          recipients: { to: [], cc: [], bcc: [] },
          subject: '',
          templateId: null,
          attachmentIds: [],
          now: clock.now(),
        });
      announce(store, conversationId);
    },
    people: (store, text) => findPeople(store, { text, limit: mostOffered, own: ownAddresses(store) }),
  };
}

/** A note is written for nobody outside, from nowhere. */
const nobody: Identity = { name: '', address: '' };
