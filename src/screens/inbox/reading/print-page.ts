import type { Client } from '../../../../electron/shared/clients.ts';
import type { PageToPrint } from '../../../../electron/shared/copies.ts';
import type { Message, MessageMarkup, Participant } from '../../../../electron/shared/conversations.ts';
import type { Formats } from '../../../i18n/format.ts';
import { sanitise } from '../mail-frame/sanitise.ts';

/** The words of a printed page, in the reader's language. */
export interface PrintWords {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly date: string;
  readonly subject: string;
  readonly files: string;
  readonly note: (name: string) => string;
  readonly by: (name: string) => string;
  readonly noSubject: string;
}

interface PageOptions {
  readonly client: Client;
  readonly subject: string;
  readonly messages: readonly Message[];
  readonly formats: Formats;
  readonly words: PrintWords;
  readonly authorOf: (message: Message) => string | null;
  readonly markupOf: (message: Message) => Promise<MessageMarkup | null>;
}

/**
 * Messages as one page for paper: brand, header block, words, names of files. A mail's own markup is sanitised first, and its
 * remote pictures stay out; its quotes are printed where there is one message, and left out where the earlier ones are there.
 */
export async function pageToPrint(options: PageOptions): Promise<Pick<PageToPrint, 'title' | 'body'>> {
  const { client, messages, words } = options;
  const title = options.subject || words.noSubject;
  const paper = document.implementation.createHTMLDocument();
  const add = adderOf(paper);
  add(paper.body, 'h1', title);
  add(paper.body, 'p', client.name).className = 'brand';
  for (const message of messages) {
    const article = add(paper.body, 'article');
    if (message.kind === 'note') article.className = 'note';
    article.append(headOf(message, { ...options, add: adderOf(paper), paper }));
    const markup = message.hasHtml ? await options.markupOf(message) : null;
    if (markup) article.append(...cleanNodes(markup, paper));
    else add(article, 'div', message.text).className = 'words';
    if (!markup && messages.length === 1 && message.quotedText !== '')
      add(article, 'div', message.quotedText).className = 'quote';
    addFiles(article, message, { ...options, add });
  }
  return { title, body: paper.body.innerHTML };
}

type Add = (to: Element, tag: string, text?: string) => HTMLElement;

const adderOf =
  (paper: Document): Add =>
  (to, tag, text = '') => {
    const element = paper.createElement(tag);
    element.textContent = text;
    element.dir = 'auto';
    to.append(element);
    return element;
  };

function cleanNodes(markup: MessageMarkup, paper: Document): Node[] {
  const { body } = sanitise({ ...markup, remoteImages: {} });
  return [...body.childNodes].map((node) => paper.importNode(node, true));
}

function headOf(message: Message, options: PageOptions & { add: Add; paper: Document }): HTMLElement {
  const { add, words, formats, client, paper } = options;
  const head = paper.createElement('header');
  const list = add(head, 'dl');
  list.removeAttribute('dir');
  const tell = (name: string, value: string) => {
    if (value === '') return;
    add(list, 'dt', name);
    add(list, 'dd', value);
  };
  const author = options.authorOf(message);
  if (message.kind === 'note') tell(words.from, words.note(author ?? ''));
  else {
    tell(words.from, author ? `${personOf(message.from)} – ${words.by(author)}` : personOf(message.from));
    tell(words.to, message.to.map(personOf).join(', '));
    tell(words.cc, message.cc.map(personOf).join(', '));
    if (message.subject !== options.subject) tell(words.subject, message.subject);
  }
  tell(words.date, formats.exactTime(message.at, client.timeZone));
  return head;
}

function addFiles(to: Element, message: Message, { words, formats, add }: PageOptions & { add: Add }): void {
  const listed = message.attachments.filter((file) => !file.inline);
  if (listed.length === 0) return;
  const list = add(to, 'ul');
  list.className = 'files';
  for (const file of listed) add(list, 'li', `${words.files}: ${file.name} (${formats.size(file.size)})`);
}

const personOf = ({ name, address }: Participant): string => (name === '' ? address : `${name} <${address}>`);
