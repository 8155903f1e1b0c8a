import { describe, expect, test } from 'vitest';
import { check } from '../../electron/shared/voice/check.ts';
import { compileGuide } from '../../electron/shared/voice/guide.ts';
import { aClient } from '../support/a-client.ts';
import { aTalk } from '../support/template-desk.ts';
import {
  addSent,
  aGuide,
  existence,
  judged,
  line,
  startVoiceDesk,
  twoRules,
  vocabularies,
} from '../support/voice-desk.ts';

describe('the effect of a change', () => {
  const words = ['very', 'quite', 'rather', 'really', 'just', 'parcel', 'sorry', 'Hello,', 'Bye'];
  /** Not random, and no two alike. */
  const replyOf = (seq: number) =>
    Array.from(
      { length: 3 + (seq % 17) },
      (_, at) => words[(seq * 7 + at * (1 + (seq % 5))) % words.length],
    ).join(' ');

  test('counts what a full run of both guides counts, rule by rule', async () => {
    const at = await startVoiceDesk();
    const { call, clientId, store } = at;
    const talks = ['en', 'de'].map((language) => aTalk(store, { language }));
    for (let seq = 1; seq <= 540; seq += 1) {
      const conversationId = talks[seq % 2];
      if (conversationId) addSent(at, { conversationId, body: replyOf(seq), seq });
    }
    const before = aGuide(clientId, { rules: twoRules });
    const after = aGuide(clientId, {
      rules: [
        ...twoRules.filter(({ name }) => name !== 'House.Quite'),
        { name: 'House.Really', yaml: existence('really') },
        { name: 'House.Very', yaml: existence('very, just') },
      ].filter((rule, index, all) => all.findLastIndex(({ name }) => name === rule.name) === index),
      lines: [
        { ...line, id: 1, kind: 'term', avoid: ['parcel'], use: 'box' },
        { ...line, id: 2, kind: 'message-length', least: null, most: 15, locales: ['de'] },
      ],
    });
    await call.voice.save(before);
    const effect = await call.voice.effect(after);
    expect(effect.replies).toBe(500);

    await call.voice.saveDraft(after);
    const full = async (when: 'before' | 'after') => {
      if (when === 'after') await call.voice.decide({ clientId, version: 2, publish: true });
      const found = new Map<string, Set<string>>();
      for (let seq = 41; seq <= 540; seq += 1) {
        const conversationId = talks[seq % 2];
        if (!conversationId) continue;
        const { definitions, settings } = await call.voice.running({ clientId, conversationId });
        for (const finding of check(compileGuide(definitions, { settings }), replyOf(seq))) {
          const known = found.get(finding.check) ?? new Set();
          found.set(finding.check, known.add(`${seq} ${finding.start} ${finding.end}`));
        }
      }
      return found;
    };
    const [was, is] = [await full('before'), await full('after')];
    const rules = new Set([...was.keys(), ...is.keys()]);
    const none: ReadonlySet<string> = new Set();
    const expected = [...rules]
      .map((rule) => ({
        check: rule,
        added: (is.get(rule) ?? none).difference(was.get(rule) ?? none).size,
        gone: (was.get(rule) ?? none).difference(is.get(rule) ?? none).size,
      }))
      .filter(({ added, gone }) => added + gone > 0);
    const byName = <Each extends { check: string }>(list: readonly Each[]) =>
      list.toSorted((a, b) => (a.check < b.check ? -1 : 1));
    expect(
      byName(effect.rules.map(({ check: rule, added, gone }) => ({ check: rule, added, gone }))),
    ).toEqual(byName(expected));
    expect(expected.length).toBeGreaterThanOrEqual(5);
    const really = effect.rules.find(({ check: rule }) => rule === 'House.Really');
    expect(really?.addedExamples).toHaveLength(3);
    expect(really?.addedExamples[0]).toMatchObject({ match: 'really', message: 'No really.' });
  }, 30_000);

  test('counts with spelling what every reply by itself counts, and looks the words of all up at once', async () => {
    const at = await startVoiceDesk();
    const { call, clientId, store } = at;
    const talks = ['en', 'es'].map((language) => aTalk(store, { language }));
    const bodies = [
      'We will recieve the parcel and you will have it soon.',
      'Hemos recivido su pedido y gracias por la espera.',
      'Thank you for the very quick answer to our mesage.',
      'We will recieve the parcel and you will have it soon.',
    ];
    for (const [seq, body] of bodies.entries()) {
      const conversationId = talks[body.startsWith('Hemos') ? 1 : 0];
      if (conversationId) addSent(at, { conversationId, body, seq: seq + 1 });
    }
    await call.voice.save(aGuide(clientId, { config: { vocabularies } }));
    const changed = aGuide(clientId, { rules: [], config: { spelling: true, vocabularies } });
    const effect = await call.voice.effect(changed);
    expect(effect.rules.map(({ check: rule, added, gone }) => ({ check: rule, added, gone }))).toEqual([
      { check: 'Vale.Spelling', added: 4, gone: 0 },
      { check: 'House.Very', added: 0, gone: 1 },
    ]);
    expect(effect).toMatchObject({ replies: 4, withAdded: 4, withGone: 1, before: 1, after: 4, stopped: [] });
    await call.voice.save(changed);
    const alone = await Promise.all(
      bodies.map((body) => judged(at, talks[body.startsWith('Hemos') ? 1 : 0] ?? aTalk(store), body)),
    );
    expect(alone.flat()).toHaveLength(effect.after);
  }, 30_000);

  test('counts in a subject what came first from here', async () => {
    const at = await startVoiceDesk();
    const { call, clientId, store } = at;
    await call.voice.save(aGuide(clientId));
    const asked = aTalk(store, { subject: 'Broken mug, very', said: 'It broke.' });
    const subjects = ['Re: Broken mug, very', 'Re: Broken mug, very: very sorry', 'A very new matter'];
    for (const [index, subject] of subjects.entries())
      addSent(at, { conversationId: asked, body: 'Sorry.', seq: index + 2, subject });
    for (const [index, subject] of ['Re: A very old matter', 'A very new matter'].entries())
      addSent(at, { conversationId: aTalk(store), body: 'Sorry.', seq: index + 5, subject });
    const effect = await call.voice.effect(aGuide(clientId, { rules: [] }));
    expect(effect.rules[0]?.goneExamples.map(({ field, excerpt }) => [field, excerpt])).toEqual([
      ['subject', 'A very new matter'],
      ['subject', 'A very new matter'],
      ['subject', 'Re: Broken mug, very: very sorry'],
    ]);
    expect(effect).toMatchObject({ replies: 5, before: 3 });
  });

  test('is nothing where nothing changes, and knows no other client’s replies', async () => {
    const at = await startVoiceDesk();
    const { call, clientId, store } = at;
    const other = await call.clients.add(aClient({ name: 'Other', mark: 'OT' }));
    addSent(at, { conversationId: aTalk(store), body: 'very', seq: 1 });
    await call.voice.save(aGuide(clientId));
    expect(await call.voice.effect(aGuide(clientId))).toMatchObject({
      replies: 1,
      before: 0,
      after: 0,
      rules: [],
    });
    expect(await call.voice.effect(aGuide(other.id))).toMatchObject({ replies: 0, rules: [] });
    expect(await call.voice.samples({ clientId: other.id })).toEqual([]);
    const foreign = aTalk(store);
    expect(await call.voice.running({ clientId: other.id, conversationId: foreign })).toMatchObject({
      version: 0,
      definitions: [],
    });
  });
});
