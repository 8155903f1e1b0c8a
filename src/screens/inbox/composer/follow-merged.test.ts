import { TRPCClientError } from '@trpc/client';
import { describe, expect, test } from 'vitest';
import { usualManner } from '../../../../electron/shared/composing.ts';
import type { AttachmentId, ConversationId } from '../../../../electron/shared/ids.ts';
import type { OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import { createFollowingSave, joinedText, keepLastWords, lastWordsKept } from './follow-merged.ts';
import { joinedContent, saidIn, type ReplyContent } from './reply-content.ts';

const [a, b, c] = [1, 2, 3].map((last) => `01890000-0000-7000-8000-00000000000${last}`) as [
  ConversationId,
  ConversationId,
  ConversationId,
];
const refusal = (code: string, detail: object) =>
  TRPCClientError.from({
    error: {
      code: -32_000,
      message: code,
      data: { liaison: { code, retry: 'never', effect: 'none', detail } },
    },
  });

/** Drafts by conversation, and which conversations became part of which. */
function aDesk(drafts: Record<string, string>, merged: Record<string, ConversationId>) {
  const saveFrom = (at: ConversationId, known: string) =>
    createFollowingSave<string, string>({
      at,
      known,
      saidIn: (text) => text,
      async save(place, text) {
        const into = merged[place];
        if (into) throw refusal('conversation-merged', { into });
        drafts[place] = text;
        return place;
      },
      standing: async (place) => drafts[place] ?? null,
      join: joinedText,
    });
  return { drafts, merged, saveFrom };
}

test('words are saved where they were opened, as long as that is there', async () => {
  const desk = aDesk({}, {});
  expect(await desk.saveFrom(a, '')('One')).toBe(a);
  expect(desk.drafts).toEqual({ [a]: 'One' });
});

test('words follow the draft that went over before them, and stand once', async () => {
  const desk = aDesk({ [a]: 'One' }, {});
  const save = desk.saveFrom(a, 'One');
  await save('One, two');
  Object.assign(desk.merged, { [a]: b });
  desk.drafts[b] = 'One, two';
  expect(await save('One, two, three')).toBe(b);
  expect(await save('One, two, three, four')).toBe(b);
  expect(desk.drafts[b]).toBe('One, two, three, four');
});

test('what a colleague has written there stays above, however often the words are saved', async () => {
  const desk = aDesk({ [b]: 'Theirs' }, { [a]: b });
  const save = desk.saveFrom(a, '');
  await save('Ours');
  await save('Ours at length');
  expect(desk.drafts[b]).toBe('Theirs\n\nOurs at length');
});

test('a conversation that goes on to a third is followed to the end', async () => {
  const desk = aDesk({ [c]: 'Theirs' }, { [a]: b, [b]: c });
  expect(await desk.saveFrom(a, '')('Ours')).toBe(c);
  expect(desk.drafts).toEqual({ [c]: 'Theirs\n\nOurs' });
});

describe('files without a word', () => {
  const file = (name: string): OutgoingAttachment => ({
    id: `file ${name}` as AttachmentId,
    name,
    size: 1,
    dangerous: false,
  });
  const reply = (text: string, files: readonly OutgoingAttachment[]): ReplyContent => ({
    text,
    identity: { name: '', address: 'help@acme.example' },
    to: [],
    cc: [],
    bcc: [],
    subject: '',
    templateId: null,
    attachments: files,
    manner: usualManner,
  });
  /** A reply from a conversation that became part of one where another stands. */
  async function keptAfter(known: ReplyContent, there: ReplyContent, written: ReplyContent) {
    const drafts = { [b]: there };
    const save = createFollowingSave<ReplyContent, void>({
      at: a,
      known: saidIn(known),
      saidIn,
      async save(place, content) {
        if (place === a) throw refusal('conversation-merged', { into: b });
        drafts[place] = content;
      },
      standing: async (place) => drafts[place] ?? null,
      join: joinedContent,
    });
    await save(written);
    return drafts[b];
  }
  const [one, two] = [file('one'), file('two')];

  test('that a colleague has put there stay', async () => {
    expect(await keptAfter(reply('', []), reply('', [one]), reply('Ours', [two]))).toEqual(
      reply('Ours', [one, two]),
    );
    expect(await keptAfter(reply('', [two]), reply(' ', [one]), reply('', [two]))).toEqual(
      reply('', [one, two]),
    );
  });

  test('that went over before the words are these, and go where they are taken out', async () => {
    expect(await keptAfter(reply('', [one]), reply('', [one]), reply('Ours', []))).toEqual(reply('Ours', []));
  });
});

test('any other refusal is the saver’s to tell', async () => {
  const refused = createFollowingSave<string, string>({
    at: a,
    known: '',
    saidIn: (text) => text,
    save: () => Promise.reject(refusal('claimed', { name: 'Ana' })),
    standing: () => Promise.reject(new Error('not asked')),
    join: joinedText,
  });
  await expect(refused('Ours')).rejects.toThrow('claimed');
});

test('last words are waited for, whether they could be kept or not', async () => {
  let keep = () => {};
  const told: string[] = [];
  keepLastWords(new Promise<void>((resolve) => (keep = resolve)).then(() => void told.push('kept')));
  keepLastWords(Promise.reject(new Error('no')));
  const all = lastWordsKept().then(() => told.push('all'));
  expect(told).toEqual([]);
  keep();
  await all;
  expect(told).toEqual(['kept', 'all']);
});
