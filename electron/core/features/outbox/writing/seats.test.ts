import { expect, test } from 'vitest';
import type { ClientId, ConversationId } from '../../../../shared/ids.ts';
import { createSeats, type Seats } from './seats.ts';

const at = { clientId: 'client' as ClientId, conversationId: 'conversation' as ConversationId };

/** A window at its composer. */
function openWindow(seats: Seats, details: { takeOver?: boolean; at?: typeof at } = {}) {
  const end = new AbortController();
  const heard: string[] = [];
  const done = (async () => {
    const request = { ...at, ...details.at, takeOver: details.takeOver ?? false };
    for await (const news of seats.sit(request, end.signal)) heard.push(news);
  })();
  return {
    heard,
    async close() {
      end.abort();
      await done;
    },
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('one window writes; the next one gets it when the first has gone', async () => {
  const seats = createSeats();
  const first = openWindow(seats);
  const second = openWindow(seats);
  await settled();
  expect([first.heard, second.heard]).toEqual([['yours'], ['elsewhere']]);
  await first.close();
  await settled();
  expect(second.heard).toEqual(['elsewhere', 'yours']);
  await second.close();
  const third = openWindow(seats);
  await settled();
  expect(third.heard).toEqual(['yours']);
  await third.close();
});

test('who takes over waits until the other has saved, and comes before who only waits', async () => {
  const seats = createSeats();
  const first = openWindow(seats);
  const patient = openWindow(seats);
  const taking = openWindow(seats, { takeOver: true });
  await settled();
  expect(first.heard).toEqual(['yours', 'wanted']);
  expect(taking.heard).toEqual(['elsewhere']);
  await first.close();
  await settled();
  expect(taking.heard).toEqual(['elsewhere', 'yours']);
  expect(patient.heard).toEqual(['elsewhere']);
  await taking.close();
  await patient.close();
});

test('a window that hangs loses it', async () => {
  const seats = createSeats(20);
  const hanging = openWindow(seats);
  const taking = openWindow(seats, { takeOver: true });
  await expect.poll(() => taking.heard.at(-1)).toBe('yours');
  expect(hanging.heard).toEqual(['yours', 'wanted', 'elsewhere']);
  await taking.close();
  await settled();
  expect(hanging.heard.at(-1)).toBe('yours');
  await hanging.close();
});

test('other conversations, and those of other clients, are written side by side', async () => {
  const seats = createSeats();
  const windows = [
    openWindow(seats),
    openWindow(seats, { at: { ...at, clientId: 'other' as ClientId } }),
    openWindow(seats, { at: { ...at, conversationId: 'other' as ConversationId } }),
  ];
  await settled();
  expect(windows.map(({ heard }) => heard)).toEqual([['yours'], ['yours'], ['yours']]);
  await Promise.all(windows.map((each) => each.close()));
});
