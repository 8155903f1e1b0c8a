import { expect, test } from 'vitest';
import type { ConversationStatus, StatusName } from '../../../shared/conversations.ts';
import type { EventBody } from '../../../shared/events.ts';
import type { ChannelId, ConversationId, MessageId, SegmentId, StatusId } from '../../../shared/ids.ts';
import { statusColumns } from '../../../shared/reports.ts';
import { factsOf } from '../metrics/rules.ts';
import { volumeFigures } from './figures-of-work.ts';
import { populationOf } from './population.ts';
import { statusVolumes } from './status-volumes.ts';

const span = { from: 100, to: 200 };
const courier: StatusName = { id: 'courier' as StatusId, name: 'With the courier' };
const refunded: StatusName = { id: 'refunded' as StatusId, name: 'Refunded' };

type Told = readonly [at: number, body: EventBody];
const opened = (at: number, reopened = false): Told => [
  at,
  { type: 'opened', initiator: 'customer', reopened },
];
const messageId = 'm' as MessageId;
const received = (at: number): Told => [at, { type: 'message-received', messageId, automatic: false }];
const sent = (at: number): Told => [
  at,
  { type: 'message-sent', messageId, automatic: false, elsewhere: false, templateId: null },
];
const became = (at: number, to: ConversationStatus, named?: StatusName): Told => [
  at,
  { type: 'status-changed', from: 'open', to, ...(named ? { named } : {}) },
];

function volumesOf(...segments: (readonly Told[])[]) {
  const population = populationOf(
    segments.flatMap((told, index) => {
      const facts = factsOf({
        id: `s${index}` as SegmentId,
        conversationId: `c${index}` as ConversationId,
        channelId: 'h' as ChannelId,
        // As a report reads them.
        events: told.map(([at, body]) => ({ at, body })).filter(({ at }) => at < span.to),
      });
      return facts ? [facts] : [];
    }),
  );
  const volumes = statusVolumes(population, span);
  const figures = volumeFigures(population, span);
  for (const [column, measure] of statusColumns) {
    const sum = volumes.reduce((all, volume) => all + volume[column], 0);
    expect(sum, measure).toBe(figures.find((figure) => figure.measure === measure)?.value);
  }
  return volumes.map(({ status, named, backlogStart, backlogEnd, resolved }) => [
    named?.name ?? status,
    ...[backlogStart, backlogEnd, resolved],
  ]);
}

test('a conversation counts where it stood, and every column adds up to its figure', () => {
  expect(
    volumesOf(
      [opened(10), received(10), became(50, 'on-hold', courier), became(150, 'resolved', refunded)],
      [opened(20), received(20), became(60, 'on-hold'), became(120, 'on-hold', courier)],
      [opened(30), received(30), sent(110)],
      [opened(130), received(130)],
      [opened(140), received(140), became(160, 'resolved')],
      [opened(145), received(145), became(170, 'spam')],
    ),
  ).toEqual([
    ['new', 1, 1, 0],
    ['waiting', 0, 1, 0],
    ['on-hold', 1, 0, 0],
    ['With the courier', 1, 1, 0],
    ['resolved', 0, 0, 1],
    ['Refunded', 0, 0, 1],
  ]);
});

test('mail leads out of a name as it leads out of its category, and leaves one that it stays in', () => {
  const waiting: StatusName = { id: 'w' as StatusId, name: 'For a photo' };
  expect(
    volumesOf(
      [opened(10), received(10), became(20, 'waiting', waiting), received(150)],
      [opened(10), received(10), became(20, 'waiting', waiting), sent(150)],
      [opened(10), received(10), became(20, 'open', courier), received(150)],
    ),
  ).toEqual([
    ['open', 0, 1, 0],
    ['With the courier', 1, 1, 0],
    ['For a photo', 2, 1, 0],
  ]);
});

test('what was resolved counts as what it is called in the end; one name counts once, as it was called last', () => {
  const before = { ...refunded, name: 'Money back' };
  expect(
    volumesOf(
      [opened(110), received(110), became(120, 'resolved'), became(130, 'resolved', before)],
      // With a reply, in one step.
      [opened(110), received(110), sent(140), became(140, 'resolved', refunded)],
      [opened(110), received(110), became(140, 'resolved', refunded), became(150, 'open'), sent(160)],
    ),
  ).toEqual([
    ['waiting', 0, 1, 0],
    ['Refunded', 0, 0, 3],
  ]);
});

test('a segment that a customer opened again stands open; what happens after the period changes nothing', () => {
  expect(volumesOf([opened(110, true), received(110), became(250, 'on-hold', courier)])).toEqual([
    ['open', 0, 1, 0],
  ]);
});
