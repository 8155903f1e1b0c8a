import { z } from 'zod';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ImportSource } from '../../../shared/template-import.ts';
import { csvRows } from './csv-rules.ts';
import { looksLikeMarkup, textOfMarkup } from './markup-text-rules.ts';

/** A canned reply as it stands in somebody else's export. */
export interface ForeignReply {
  readonly externalId: string;
  readonly name: string;
  readonly shortcut: string;
  readonly folder: string;
  readonly tags: readonly string[];
  readonly locale: string | null;
  /** Plain text, with their variables. */
  readonly text: string;
  /** Switched off or archived there, or never meant for a customer. */
  readonly dormant: boolean;
  /** What a template can't hold, as `name: value`. */
  readonly left: readonly string[];
}

/** One reply, or why it could not be read as one. */
export type ForeignLine = ForeignReply | { readonly refused: string };

/**
 * The replies of an export, in its order; a reply that can't be read is a line of its own, so that none is missed.
 *
 * @throws LiaisonError `file-unreadable` where the whole is not what it is said to be
 */
export function readForeign(source: ImportSource, text: string): ForeignLine[] {
  if (source === 'csv') return readTable(text);
  const { key, shape } = shapes[source];
  return listOf(parsed(text), key).map((item) => {
    const read = shape.safeParse(item);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    return {
      refused: `${issue?.path.join('.') ?? ''}: ${issue?.code ?? ''}: ${shownValue(item).slice(0, 200)}`,
    };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path: '', reason: 'json' }, cause });
  }
}

/** The items of one answer of theirs, of several answers in a list, or of a bare list. */
function listOf(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => (hasList(each, key) ? listOf(each, key) : [each]));
  if (hasList(value, key)) return value[key] ?? [];
  throw new LiaisonError('file-unreadable', { detail: { path: '', reason: key } });
}

const hasList = (value: unknown, key: string): value is Record<string, unknown[]> =>
  typeof value === 'object' &&
  value !== null &&
  Object.hasOwn(value, key) &&
  Array.isArray(Reflect.get(value, key));

const Id = z.union([z.string(), z.number()]).default('').transform(String);
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const shownValue = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);
const wordsIn = (value: unknown, separator: RegExp): string[] =>
  (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(separator) : [])
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** developer.zendesk.com/api-reference/ticketing/business-rules/macros: `title` holds folders, `actions` the text. */
const ZendeskMacro = z
  .object({
    id: Id,
    title: z.string().min(1),
    active: z.boolean().default(true),
    description: Text,
    restriction: z.unknown().optional(),
    actions: z.array(z.object({ field: z.string(), value: z.unknown().optional() })).default([]),
  })
  .transform((macro): ForeignReply => {
    const names = macro.title.split('::').map((name) => name.trim());
    const valuesOf = (field: string) =>
      macro.actions.filter((action) => action.field === field).map(({ value }) => value);
    const comments = valuesOf('comment_value').map(zendeskComment);
    const rich = valuesOf('comment_value_html').map((value) => textOfMarkup(zendeskComment(value).text));
    const told = rich.length > 0 ? rich : comments.map(({ text }) => text);
    const isPrivate = valuesOf('comment_mode_is_public').some((value) => String(value) === 'false');
    const carried = new Set(['comment_value', 'comment_value_html']);
    return {
      externalId: macro.id,
      name: names.at(-1) ?? macro.title,
      shortcut: '',
      folder: names.slice(0, -1).join('/'),
      tags: ['set_tags', 'current_tags'].flatMap(valuesOf).flatMap((value) => wordsIn(value, /\s+/)),
      locale: null,
      text: told.join('\n\n'),
      dormant: !macro.active || isPrivate,
      left: [
        ...macro.actions
          .filter(({ field }) => !carried.has(field))
          .map(({ field, value }) => `${field}: ${shownValue(value)}`),
        ...comments.flatMap(({ channel }) =>
          channel === '' || channel === 'channel:all' ? [] : [`comment_value: ${channel}`],
        ),
        ...(rich.length > 0
          ? comments
              .filter(({ text }) => !sameWords(text, rich.join(' ')))
              .map(({ text }) => `comment_value: ${text}`)
          : []),
        ...(macro.restriction ? [`restriction: ${shownValue(macro.restriction)}`] : []),
        ...(macro.description === '' ? [] : [`description: ${macro.description}`]),
      ],
    };
  });

/** `"text"`, or `["channel:all", "text"]`. */
function zendeskComment(value: unknown): { channel: string; text: string } {
  if (!Array.isArray(value)) return { channel: '', text: typeof value === 'string' ? value : '' };
  const words = value.map(String);
  const channel = words.find((word) => word.startsWith('channel:')) ?? '';
  return { channel, text: words.filter((word) => word !== channel).join('\n') };
}

const sameWords = (one: string, other: string): boolean => {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  return bare(one) === bare(other);
};

/** developers.gorgias.com/reference/macros: `setResponseText` holds the text, `addTags` the tags. */
const GorgiasMacro = z
  .object({
    id: Id,
    name: z.string().min(1),
    intent: Text,
    language: Text,
    archived_datetime: z.unknown().optional(),
    actions: z
      .array(z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).default({}) }))
      .nullish()
      .transform((actions) => actions ?? []),
  })
  .transform((macro): ForeignReply => {
    const argumentsOf = (name: string) =>
      macro.actions.filter((action) => action.name === name).map((action) => action.arguments);
    const texts = argumentsOf('setResponseText').map((given) =>
      typeof given['body_html'] === 'string' && given['body_html'] !== ''
        ? textOfMarkup(given['body_html'])
        : shownText(given['body_text']),
    );
    const files = argumentsOf('addAttachments').flatMap((given) =>
      (Array.isArray(given['attachments']) ? given['attachments'] : []).map(
        (file) => `file: ${shownValue(file)}`,
      ),
    );
    const carried = new Set(['setResponseText', 'addTags', 'addAttachments']);
    return {
      externalId: macro.id,
      name: macro.name,
      shortcut: '',
      folder: '',
      tags: [
        ...argumentsOf('addTags').flatMap((given) => wordsIn(given['tags'], /,/)),
        ...(macro.intent === '' ? [] : [macro.intent.replaceAll('/', ' ')]),
      ],
      locale: macro.language === '' ? null : macro.language,
      text: texts.join('\n\n'),
      dormant: Boolean(macro.archived_datetime),
      left: [
        ...macro.actions
          .filter(({ name }) => name === 'addTags' || !carried.has(name))
          .map((action) => `${action.name}: ${JSON.stringify(action.arguments)}`),
        ...files,
      ],
    };
  });

const shownText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Chatwoot's `canned_response`: a short code and its content. */
const ChatwootReply = z
  .object({ id: Id, short_code: z.string().min(1), content: Text })
  .transform((reply): ForeignReply => ({
    ...nothingElse,
    externalId: reply.id,
    name: reply.short_code,
    shortcut: reply.short_code,
    text: looksLikeMarkup(reply.content) ? textOfMarkup(reply.content) : reply.content.trim(),
  }));

/** dev.frontapp.com, Message templates: `body` is markup; files are links that need an account. */
const FrontTemplate = z
  .object({
    id: Id,
    name: z.string().min(1),
    subject: Text,
    body: Text,
    folder: z.object({ name: z.string() }).nullish(),
    attachments: z.array(z.unknown()).nullish(),
    is_available_for_all_inboxes: z.boolean().default(true),
    inbox_ids: z.array(z.unknown()).nullish(),
  })
  .transform((template): ForeignReply => ({
    ...nothingElse,
    externalId: template.id,
    name: template.name,
    folder: template.folder?.name ?? '',
    text: textOfMarkup(template.body),
    left: [
      ...(template.subject === '' ? [] : [`subject: ${template.subject}`]),
      ...(template.attachments ?? []).map((file) => `file: ${shownValue(file)}`),
      ...(template.is_available_for_all_inboxes ? [] : [`inbox_ids: ${shownValue(template.inbox_ids)}`]),
    ],
  }));

const nothingElse = { shortcut: '', folder: '', tags: [], locale: null, dormant: false, left: [] };

const shapes = {
  zendesk: { key: 'macros', shape: ZendeskMacro },
  gorgias: { key: 'data', shape: GorgiasMacro },
  chatwoot: { key: 'payload', shape: ChatwootReply },
  front: { key: '_results', shape: FrontTemplate },
} as const;

/** What people call the columns. */
const columns = {
  text: [
    'text',
    'body',
    'content',
    'message',
    'response',
    'reply',
    'comment',
    'body_text',
    'response_text',
    'template_text',
  ],
  markup: ['html', 'body_html', 'content_html'],
  name: ['name', 'title', 'template', 'template_name', 'macro', 'macro_name'],
  shortcut: ['shortcut', 'short_code', 'shortcode', 'keyword', 'command', 'trigger'],
  folder: ['folder', 'category', 'group'],
  tags: ['tags', 'labels'],
  locale: ['locale', 'language', 'lang'],
  id: ['id', 'external_id'],
} as const;
type Column = keyof typeof columns;

function readTable(text: string): ForeignLine[] {
  const [header = [], ...rows] = csvRows(text);
  const titles = header.map((title) => title.trim().toLowerCase().replace(/[ -]+/g, '_'));
  const placeOf = (column: Column) =>
    titles.findIndex((title) => columns[column].some((name) => name === title));
  if (placeOf('text') === -1 && placeOf('markup') === -1)
    throw new LiaisonError('file-unreadable', { detail: { path: '', reason: 'text' } });
  const places = new Map((Object.keys(columns) as Column[]).map((column) => [column, placeOf(column)]));
  const known = new Set(places.values());
  return rows.map((row, index) => {
    const field = (column: Column) => row[places.get(column) ?? -1]?.trim() ?? '';
    const written = field('text') === '' ? field('markup') : field('text');
    const said = looksLikeMarkup(written) ? textOfMarkup(written) : written;
    return {
      externalId: field('id') || String(index + 1),
      name: field('name') || field('shortcut') || said.slice(0, 60),
      shortcut: field('shortcut').replace(/^\//, ''),
      folder: field('folder').replaceAll('::', '/'),
      tags: wordsIn(field('tags'), /[,;|]/),
      locale: field('locale') === '' ? null : field('locale'),
      text: said,
      dormant: false,
      left: row.flatMap((value, place) =>
        known.has(place) || value.trim() === '' ? [] : [`${header[place] ?? place + 1}: ${value.trim()}`],
      ),
    };
  });
}
