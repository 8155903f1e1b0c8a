import { LiaisonError } from '../../../shared/errors.ts';
import type { ConversationId, OperatorId, TemplateId } from '../../../shared/ids.ts';
import type { OutgoingAttachment } from '../../../shared/outbox.ts';
import type { InsertedTemplate, OfferedTemplate, RenderedTemplate } from '../../../shared/templates.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { messagesWith } from '../../store/client/message-words.ts';
import { type ConversationFacts, conversationFacts, customerWords } from './conversation-queries.ts';
import type { TemplateFiles } from './files.ts';
import { saysSomething } from './function-words.ts';
import { listFavourites } from './queries.ts';
import type { Rank } from './rank-rules.ts';
import { rankTemplates } from './rank-rules.ts';
import type { Rendering } from './rendering.ts';
import { contextOf } from './rules.ts';
import type { Shelf } from './shelf.ts';
import { countMessages } from './use-queries.ts';
import { chooseVariant } from './variant-rules.ts';
import { createWordShelf, type WordShelf } from './word-shelf.ts';
import { wordsOf } from './word-rules.ts';

/** How many words of a rank are told, and from which share on; the rest count and are not worth reading. */
const told = { most: 4, share: 0.1 };
/** What is looked at of what the customer wrote. */
const asked = { messages: 3, characters: 2_000 };

/** Templates as they are offered in a composer. */
export interface Offering {
  /** Those that can be used, with the text for this customer; what fits the conversation best comes first. */
  offered(
    store: ClientStore,
    operatorId: OperatorId,
    conversationId: ConversationId,
  ): readonly OfferedTemplate[];
  /**
   * Fills the text for this customer and copies the template's files to the draft.
   *
   * @throws LiaisonError `not-found` where it is not offered (any more), `template-invalid` where it takes too long
   */
  insert(
    store: ClientStore,
    operatorId: OperatorId,
    request: { id: TemplateId; conversationId: ConversationId },
  ): Promise<InsertedTemplate>;
  isOffered(store: ClientStore, id: TemplateId): boolean;
  /**
   * The same for a reply that a rule fills; an operator whose words it will be may not be known yet. Its files are copied
   * when it is put into the reply.
   *
   * @throws LiaisonError like `insert`
   */
  fill(
    store: ClientStore,
    operatorId: OperatorId | null,
    request: { id: TemplateId; conversationId: ConversationId },
  ): Promise<FilledTemplate>;
}
export interface FilledTemplate {
  readonly templateId: TemplateId;
  readonly rendered: RenderedTemplate;
  copyFiles(): readonly OutgoingAttachment[];
}

export function createOffering(options: {
  rendering: Rendering;
  shelf: Shelf;
  files: Pick<TemplateFiles, 'copyTo'>;
}): Offering {
  const { rendering, shelf, files } = options;
  const wordShelf = createWordShelf();

  const wantedBy = (store: ClientStore, facts: ConversationFacts) => ({
    locale: facts.customerLanguage,
    channel: facts.channelKind,
    clientLocale: rendering.clientOf(store.clientId).languages[0] ?? null,
  });

  const findOffered = (store: ClientStore, id: TemplateId) =>
    shelf.offered(store).find(({ row }) => row.id === id);

  const fill: Offering['fill'] = async (store, operatorId, { id, conversationId }) => {
    const facts = mustKnow(store, conversationId);
    const found = findOffered(store, id);
    if (!found) throw new LiaisonError('not-found', { detail: { what: 'template' } });
    const { variant } = chooseVariant(found.body, wantedBy(store, facts));
    const context = contextOf(facts, rendering.people(store, operatorId));
    const { source, locale } = variant;
    const rendered = await rendering.run(store, { source, locale, context, strict: false });
    return { templateId: id, rendered, copyFiles: () => files.copyTo(store, conversationId, found.body) };
  };

  return {
    offered(store, operatorId, conversationId) {
      const facts = mustKnow(store, conversationId);
      const rows = shelf.offered(store);
      const favourites = listFavourites(store, operatorId);
      const ranks = rankFor(store, { conversationId, facts, wordShelf, rows });
      return rows
        .map(({ row, body }): OfferedTemplate => {
          const { variant, reason } = chooseVariant(body, wantedBy(store, facts));
          const rank = ranks.get(row.id);
          return {
            id: row.id,
            name: body.name,
            shortcut: body.shortcut,
            folder: body.folder,
            tags: body.tags,
            favourite: favourites.has(row.id),
            files: shelf.filesOf(store, body),
            locale: variant.locale,
            reason,
            source: variant.source,
            score: rank?.score ?? 0,
            words: rank?.words.slice(0, told.most).filter(({ share }) => share >= told.share) ?? [],
          };
        })
        .toSorted(
          (a, b) =>
            b.score - a.score || Number(b.favourite) - Number(a.favourite) || a.name.localeCompare(b.name),
        );
    },
    async insert(store, operatorId, request) {
      const { rendered, copyFiles } = await fill(store, operatorId, request);
      return { ...rendered, attachments: copyFiles() };
    },
    isOffered: (store, id) => findOffered(store, id) !== undefined,
    fill,
  };
}

/** @throws LiaisonError `not-found` */
function mustKnow(store: ClientStore, id: ConversationId): ConversationFacts {
  const facts = conversationFacts(store, id);
  if (!facts) throw new LiaisonError('not-found', { detail: { what: 'conversation' } });
  return facts;
}

function rankFor(
  store: ClientStore,
  of: {
    conversationId: ConversationId;
    facts: ConversationFacts;
    wordShelf: WordShelf;
    rows: ReturnType<Shelf['offered']>;
  },
): ReadonlyMap<TemplateId, Rank> {
  const { conversationId, facts, wordShelf, rows } = of;
  const said = [facts.subject, ...customerWords(store, { id: conversationId, ...asked })];
  const documents = wordShelf.documents(store, rows, conversationId);
  const known = documents.map(
    ({ places }) => new Set(Object.values(places).flatMap((words) => words.map(({ stem }) => stem))),
  );
  return rankTemplates({
    documents,
    asked: wordsOf(said.join('\n')).filter(saysSomething),
    // The client's own mail says which words are common in it, in whatever languages it comes.
    frequency: ({ stem, written }) =>
      messagesWith(store, bare(written)) + known.filter((words) => words.has(stem)).length,
    texts: countMessages(store) + documents.length,
  });
}

const bare = (word: string): string => word.normalize('NFKD').replace(/\p{M}+/gu, '');
