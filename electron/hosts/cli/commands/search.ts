import { type HighlightPart, SearchRequest } from '../../../shared/conversations.ts';
import { textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';
import { wrongInput } from '../wrong-option.ts';

const plain = (parts: readonly HighlightPart[]) =>
  parts
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, ' ');

export const search: WorkspaceCommand = {
  name: 'search',
  needsWorkspace: true,
  options: { client: { type: 'string' }, limit: { type: 'string' }, cursor: { type: 'string' } },
  required: ['client'],
  words: 'WORDS',
  async run(services, input) {
    const store = storeOf(services, input);
    const request = SearchRequest.safeParse({
      clientId: store.clientId,
      text: input.words.join(' '),
      limit: Number(textOf(input, 'limit') || 50),
      cursor: textOf(input, 'cursor') || null,
    });
    if (!request.success) throw wrongInput(request.error);
    const page = services.conversations.search([store], request.data);
    const counted = await services.conversations.searchCount([store], { ...request.data, exact: true });
    input.out.answer(
      { ...page, ...counted },
      page.hits.map((hit) => [hit.at, hit.contactName, plain(hit.subject), plain(hit.snippet)].join('\t')),
    );
    return exitCodes.done;
  },
};
