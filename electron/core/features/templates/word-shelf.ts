import type { ConversationId, TemplateId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { customerWords } from './conversation-queries.ts';
import type { RankedDocument } from './rank-rules.ts';
import type { Shelf } from './shelf.ts';
import { listUsesOf, newestUses } from './use-queries.ts';
import { textsOf } from './variant-rules.ts';
import { proseOf, type Word, wordsOf } from './word-rules.ts';

/** How many of the newest conversations speak for a template, and how much of each. */
const rememberedUses = 5;
const rememberedCharacters = 300;

/** The words of a client's templates and of the conversations in which they were used. */
export interface WordShelf {
  /** As they stand; `asking` leaves out what the conversation in hand has used already. */
  documents(
    store: ClientStore,
    rows: ReturnType<Shelf['offered']>,
    asking: ConversationId,
  ): readonly RankedDocument<TemplateId>[];
}

interface Read {
  readonly key: string;
  readonly own: Omit<RankedDocument<TemplateId>['places'], 'uses'>;
  readonly uses: readonly { readonly conversationId: ConversationId; readonly words: readonly Word[] }[];
}

/** Reads each template once, and again when it has a new version or something was sent with it. */
export function createWordShelf(): WordShelf {
  const known = new WeakMap<ClientStore, Map<TemplateId, Read>>();

  return {
    documents(store, rows, asking) {
      const before = known.get(store);
      const newest = newestUses(store);
      const now = new Map(
        rows.map((each) => {
          const key = `${each.row.version} ${newest.get(each.row.id) ?? 0}`;
          const read = before?.get(each.row.id);
          return [each.row.id, read?.key === key ? read : readWords(store, each, key)];
        }),
      );
      known.set(store, now);
      return [...now].map(([id, { own, uses }]) => ({
        id,
        places: {
          ...own,
          uses: uses.filter((use) => use.conversationId !== asking).flatMap((use) => use.words),
        },
      }));
    },
  };
}

function readWords(
  store: ClientStore,
  { row, body }: ReturnType<Shelf['offered']>[number],
  key: string,
): Read {
  const uses = listUsesOf(store, row.id, rememberedUses).map(({ conversationId, at }) => {
    const said = customerWords(store, {
      id: conversationId,
      before: at,
      messages: 1,
      characters: rememberedCharacters,
    });
    return { conversationId, words: wordsOf(said.join('\n')) };
  });
  return {
    key,
    own: {
      name: wordsOf(`${body.name} ${body.shortcut.replace(/[-_]/g, ' ')}`),
      tags: wordsOf([...body.tags, body.folder].join(' ')),
      text: wordsOf(
        textsOf(body)
          .map(({ source }) => proseOf(source))
          .join('\n'),
      ),
    },
    uses,
  };
}
