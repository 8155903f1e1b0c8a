import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { check } from '../../../shared/voice/check.ts';
import { compileGuide } from '../../../shared/voice/guide.ts';
import { RuleDefinition } from '../../../shared/voice/rule-definition.ts';
import { loadSpeller } from './dictionaries.ts';

const speller = loadSpeller('ar');
const rule = RuleDefinition.parse({ name: 'Vale.Spelling', extends: 'spelling', message: 'm' });
const wrongIn = (text: string, accept: readonly string[] = []) => {
  const settings = { accept: [...accept], tokenIgnores: [], blockIgnores: [] };
  return check(compileGuide([rule], { settings, speller }), text).map(({ match }) => match);
};

test('right words, with what is attached in front and behind', () => {
  const text =
    'شكرا لرسالتك، لقد أرسلنا طلبك وسيصل إليك غدا بالبريد. وللاستفسارات فالرجاء مراجعة موقعنا، وسنعيد لكم المبلغ.';
  expect(wrongIn(text)).toEqual([]);
});

test('vowel signs and lengthening are no mistakes', () => {
  expect(wrongIn('شُكْرًا جَزِيلًا لَكُم، مرحبـــاً بكــم')).toEqual([]);
});

test('wrong words: a hamza that is missing, a final letter that looks alike, a letter twice', () => {
  expect(wrongIn('سنرسل الرساله الى العنوان، والكتااب في الإعتذار')).toEqual([
    'الرساله',
    'الى',
    'والكتااب',
    'الإعتذار',
  ]);
});

test.each([
  ['الرساله', 'الرسالة'],
  ['الى', 'إلى'],
  ['انشاء', 'إنشاء'],
  ['مسؤل', 'مسؤول'],
  ['كتااب', 'كتاب'],
  ['نعتزر', 'نعتذر'],
  ['التوصييل', 'التوصيل'],
  ['للإستفسارات', 'للاستفسارات'],
  ['شكـرآ', 'شكرا'],
  ['خدمةالعملاء', 'خدمة العملاء'],
])('%s was meant to be %s', (word, meant) => {
  expect(speller.suggest(word)[0]).toBe(meant);
});

test('what may have been meant besides is there too, and no more than can be read', () => {
  expect(speller.suggest('لاكن')).toContain('لكن');
  expect(speller.suggest('بالبرريد').length).toBeLessThanOrEqual(5);
  expect(speller.suggest('ضضضضضضض')).toEqual([]);
});

test('names in Latin letters are left alone, with an Arabic word attached too', () => {
  expect(wrongIn('تم شحن Galaxy S24 Ultra وسماعات AirPods عبر Aramex، وراسلناك عبر الـWhatsApp')).toEqual([]);
});

test('the vocabulary is right, behind what is attached to it and with its marks', () => {
  const text = 'مرحبا بكم في فلنجلوت، وفلنجلوت ترحب بكم، ويسعد الفلنجلوت ولفُلُنجلوت، وفلنجلوتا';
  expect(wrongIn(text)).toHaveLength(5);
  expect(wrongIn(text, ['فلنجلوت'])).toEqual(['وفلنجلوتا']);
});

const Texts: z.ZodType<string[]> = z.lazy(() =>
  z.union([
    z.string().transform((text) => [text]),
    z.union([z.array(Texts), z.record(z.string(), Texts)]).transform((all) => Object.values(all).flat()),
    z.unknown().transform(() => []),
  ]),
);

test('few false alarms in the words of a real desk', () => {
  const path = new URL('../../../../resources/demo/zumurrud.json', import.meta.url);
  const texts = Texts.parse(JSON.parse(readFileSync(path, 'utf8')));
  const words = texts.flatMap((text) => text.match(/\p{Script=Arabic}{2,}/gu) ?? []);
  const wrong = texts.flatMap((text) => wrongIn(text));
  expect(words.length).toBeGreaterThan(500);
  // Names of people and a few words of everyday speech.
  expect(wrong.length / words.length).toBeLessThan(0.02);
});
