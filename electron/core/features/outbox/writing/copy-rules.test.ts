import { expect, test } from 'vitest';
import { keptInCopy } from './copy-rules.ts';

const person = (name: string) => ({ name, address: `${name.toLowerCase()}@x.example` });
const [help, ana, ben, eve] = [person('Help'), person('Ana'), person('Ben'), person('Eve')];
const said = (from: typeof help, to: (typeof help)[], cc: (typeof help)[] = []) => ({
  kind: from === help ? ('outbound' as const) : ('inbound' as const),
  from,
  to,
  cc,
});
const kept = (...spoken: ReturnType<typeof said>[]) =>
  keptInCopy({ spoken, customer: ['ANA@x.example'], own: [help.address] }).map(({ name }) => name);

test('who was in copy stays there when the customer answers to us alone', () => {
  expect(kept(said(ana, [help], [ben]), said(help, [ana], [ben]), said(ana, [help]))).toEqual(['Ben']);
  expect(kept(said(ana, [help], [ben]), said(ana, [help]))).toEqual(['Ben']);
});

test('who joined by answering stays too', () => {
  const round = [
    said(ana, [help]),
    said(help, [ana], [ben]),
    said(ben, [help], [ana, eve]),
    said(ana, [help]),
  ];
  expect(kept(...round)).toEqual(['Ben', 'Eve']);
});

test('whom we left out stays out', () => {
  expect(kept(said(ana, [help], [ben]), said(help, [ana]), said(ana, [help]))).toEqual([]);
});

test('nobody is shown to the customer whom they have not seen', () => {
  expect(kept(said(help, [ana]), said(ben, [help], [eve]), said(ana, [help]))).toEqual([]);
});

test('an answer to somebody else goes to those whom they chose', () => {
  expect(kept(said(ana, [help], [ben]), said(ben, [help]))).toEqual([]);
  expect(kept(said(ana, [help]), said(help, [ana], [ben]))).toEqual([]);
});

test('each is kept once', () => {
  expect(kept(said(ana, [help, ben], [ben]), said(ana, [help], [ben]))).toEqual(['Ben']);
});
