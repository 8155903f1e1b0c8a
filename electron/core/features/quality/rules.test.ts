import { expect, it } from 'vitest';
import type { OperatorId } from '../../../shared/ids.ts';
import type { FrozenMessage, Snapshot } from '../../../shared/quality.ts';
import { periodOf, spanOf, wrongAnswer, writersOf } from './rules.ts';

const hour = 3_600_000;
const operator = (name: string) => name as OperatorId;

function aSnapshot(
  messages: readonly (Pick<FrozenMessage, 'kind' | 'operatorId' | 'automatic'> & Partial<FrozenMessage>)[],
): Snapshot {
  const blank = {
    id: '',
    from: { name: '', address: '' },
    at: '',
    subject: '',
    text: '',
    attachments: [],
    earlier: false,
  };
  const rest = {
    subject: '',
    contact: { name: '', address: '' },
    status: 'resolved' as const,
    tags: [],
    events: [],
  };
  return { ...rest, messages: messages.map((message) => ({ ...blank, ...message })) };
}

it('counts the days of the period in the time zone of the client', () => {
  const span = spanOf({ from: '2026-03-02', to: '2026-03-03' }, 'Asia/Dubai');
  expect(span).toEqual({ from: Date.UTC(2026, 2, 1, 20), to: Date.UTC(2026, 2, 3, 20) });
});

it('gives a day of 23 hours where the clocks go forward', () => {
  const span = spanOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Madrid');
  expect(span.to - span.from).toBe(23 * hour);
});

it('finds the days of a span again', () => {
  const period = { from: '2026-10-20', to: '2026-11-02' };
  expect(periodOf(spanOf(period, 'America/Chicago'), 'America/Chicago')).toEqual(period);
});

it('credits whoever wrote most, then last; never notes, customers or machines', () => {
  const [ada, ben, cem] = [operator('ada'), operator('ben'), operator('cem')];
  const out = (operatorId: OperatorId | null, automatic = false) =>
    ({ kind: 'outbound', operatorId, automatic }) as const;
  const snapshot = aSnapshot([
    { kind: 'inbound', operatorId: null, automatic: false },
    { ...out(cem), earlier: true },
    out(ada),
    out(ben),
    out(cem, true),
    { kind: 'note', operatorId: cem, automatic: false },
    out(null),
  ]);
  expect(writersOf(snapshot)).toEqual([ben, ada]);
});

it('finds answers that the form has no room for', () => {
  const question = (id: string, mayBeNotApplicable: boolean) => ({
    id,
    text: id,
    guidance: '',
    scale: { kind: 'binary' as const },
    weight: 1,
    mayBeNotApplicable,
    critical: 'none' as const,
  });
  const form = {
    weighting: 'normalised' as const,
    notApplicable: 'excluded' as const,
    passAt: 0.5,
    sections: [{ id: 's', title: 'S', weight: 1, questions: [question('a', true), question('b', false)] }],
  };
  expect(wrongAnswer(form, [{ questionId: 'a', selected: 'not-applicable' }])).toBeNull();
  expect(wrongAnswer(form, [{ questionId: 'b', selected: 'not-applicable' }])).toBe('b');
  expect(wrongAnswer(form, [{ questionId: 'a', selected: 2 }])).toBe('a');
  expect(wrongAnswer(form, [{ questionId: 'z', selected: 1 }])).toBe('z');
  expect(
    wrongAnswer(form, [
      { questionId: 'a', selected: 1 },
      { questionId: 'a', selected: 0 },
    ]),
  ).toBe('a');
});
