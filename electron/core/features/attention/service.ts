import { LiaisonError } from '../../../shared/errors.ts';
import type { Actor } from '../../../shared/events.ts';
import type { ConversationId, MessageId, OperatorId } from '../../../shared/ids.ts';
import { may } from '../../../shared/operators.ts';
import type { Attention } from '../../../shared/people.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Operators } from '../operators/service.ts';
import {
  countUnseen,
  followersOf,
  insertFollower,
  insertMention,
  isConversation,
  markSeen,
  removeFollower,
  unseenMentions,
} from './queries.ts';
import { mentionedIn } from './rules.ts';

interface Who {
  readonly operatorId: OperatorId;
  readonly conversationId: ConversationId;
}

/** What of a client's conversations concerns somebody in particular: notes that name them, and what they follow. */
export interface AttentionOf {
  /** Adds a note, and tells whom it names of those who may read it. */
  note(store: ClientStore, actor: Actor, note: { id: ConversationId; text: string }): MessageId;
  of(store: ClientStore, who: Who): Attention;
  /** They have the conversation before them. */
  see(store: ClientStore, who: Who): void;
  /** Has somebody told of answers, by their own word or a colleague's; a fact of the history. @throws LiaisonError `not-found` */
  follow(store: ClientStore, actor: Actor, who: Who): void;
  unfollow(store: ClientStore, actor: Actor, who: Who): void;
}

/** Who follows a conversation, those first who did so first. */
export const whoFollows = followersOf;
/** In how many conversations there is a note for somebody to see. */
export const unseenBy = countUnseen;

interface AttentionOptions {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly operators: Pick<Operators, 'list'>;
  readonly conversations: Pick<Conversations, 'note' | 'record'>;
}

export function createAttention(options: AttentionOptions): AttentionOf {
  const { clock, changes, operators, conversations } = options;
  const told = (store: ClientStore, { operatorId, conversationId }: Who) =>
    changes.announce('attention', {
      clientId: store.clientId,
      id: conversationId,
      operatorIds: [operatorId],
    });
  /** Everybody who has the conversation before them sees who follows it. */
  const toldAll = (store: ClientStore, { conversationId }: Who) =>
    changes.announce('attention', { clientId: store.clientId, id: conversationId });

  return {
    note(store, actor, note) {
      const readers = operators
        .list()
        .filter((each) => may(each, 'conversations.read', store.clientId))
        .filter(({ id }) => actor.kind !== 'operator' || id !== actor.id);
      const named = mentionedIn(note.text, readers);
      const messageId = store.transaction(() => {
        const written = conversations.note(store, actor, note);
        for (const operatorId of named)
          insertMention(store, { operatorId, messageId: written, at: clock.now() });
        return written;
      });
      if (named.length > 0) {
        const about = { clientId: store.clientId, id: note.id, operatorIds: named };
        changes.announce('attention', { ...about, reason: 'mentioned' });
      }
      return messageId;
    },
    of(store, who) {
      const followers = followersOf(store, who.conversationId);
      return {
        following: followers.includes(who.operatorId),
        followers,
        unseenMentions: unseenMentions(store, who),
      };
    },
    see(store, who) {
      if (markSeen(store, { ...who, now: clock.now() }) > 0) told(store, who);
    },
    follow(store, actor, who) {
      const { operatorId, conversationId } = who;
      if (!isConversation(store, conversationId))
        throw new LiaisonError('not-found', { detail: { what: 'conversation' } });
      store.transaction(() => {
        if (!insertFollower(store, { ...who, now: clock.now() })) return;
        conversations.record(store, actor, { id: conversationId, body: { type: 'followed', operatorId } });
      });
      toldAll(store, who);
    },
    unfollow(store, actor, who) {
      const { operatorId, conversationId } = who;
      store.transaction(() => {
        if (!removeFollower(store, who)) return;
        conversations.record(store, actor, { id: conversationId, body: { type: 'unfollowed', operatorId } });
      });
      toldAll(store, who);
    },
  };
}
