import { describe, expect, test } from 'vitest';
import { additionsAlone, createOwnAdditions, ofAdditions, ownSubject } from './own-additions.ts';

/** What is left once somebody else's words are blanked out, without the space around it. */
const alone = (added: Parameters<typeof additionsAlone>[0]): string =>
  additionsAlone(added).replace(/ +$/gm, '').trim();

describe('what is written into a text that was there', () => {
  const original = 'Subject: Tent\n\nThe pole is broken.\nIt was never used.\nThank you.';
  const written = createOwnAdditions(original);
  test.each([
    ['as it came', original, ''],
    ['with a line left out', 'Subject: Tent\n\nThank you.', ''],
    ['with a line shortened', 'The pole', ''],
    ['with a line of one’s own', `${original}\nWe never mend.`, 'We never mend.'],
    ['with a line like one that is still there', `${original}\nThe pole is fine.`, 'The pole is fine.'],
    ['with words blacked out', original.replace('pole', '[…]'), '[…]'],
    ['with words put into a line', original.replace('was never', 'surely was never'), 'surely'],
    ['with words behind a line', original.replace('used.', 'used. We never pay.'), 'We never pay.'],
    ['with a word made of one of its own', original.replace('used', 'usedly'), 'usedly.'],
  ])('%s', (_, edited, own) => {
    const found = written(edited);
    expect(alone(found)).toBe(own);
    if (own !== '') expect(found.text).toHaveLength(edited.length);
  });

  test('a finding in words that were there is none; one that one’s own words have a part in is', () => {
    const edited = original.replace('was never', 'was never, never');
    const added = written(edited);
    const first = edited.indexOf('never');
    const at = (start: number, length: number) => ({ start, end: start + length });
    const [theirs, both] = [at(first, 5), at(first, 12)];
    expect(ofAdditions([theirs, both], added)).toEqual([both]);
  });
});

describe('a subject', () => {
  const said = ['Damaged tent', 'Re: Damaged tent, order 7'];
  test.each([
    ['comes back', 'Re: Damaged tent', ''],
    ['comes back in a forward', 'Fwd: Damaged tent, order 7', ''],
    ['is made shorter', 'Re: tent', ''],
    ['is gone on with', 'Re: Damaged tent: we never pay', ': we never pay'],
    ['is another', 'Re: We never pay', 'We never pay'],
    ['is empty', '', ''],
  ])('that %s', (_, subject, own) => {
    expect(alone(ownSubject(subject, said))).toBe(own);
  });

  test('of a conversation that begins is its writer’s', () => {
    expect(ownSubject('Damaged tent', [])).toEqual({ text: 'Damaged tent', others: [] });
  });

  test('that came with a line break is the same without it', () => {
    expect(alone(ownSubject('Re: Damaged tent', ['Damaged\r\n\ttent']))).toBe('');
  });
});
