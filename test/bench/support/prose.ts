import { createRandom, type Random } from './random.ts';

/**
 * Text whose words are as frequent as in real mail: the nth commonest word is n times rarer than the first (Zipf). The
 * commonest are English, the long tail is made of syllables.
 */
const commonest =
  `the to i and you my of a is it in for your on we have with not this that be was are as can order please but from if at
   has me so they or will do get no out our an by all when just what there been would any had one still how up now could
   back us after time which day them again then only account did here also sent help received other new email went was
   because about thank refund parcel delivery before over two some first number days week send problem card payment call
   money told since than wrong even need want told address broken invoice customer service answer weeks item price charged
   replacement cancel subscription tracking phone screen battery charger password login warranty shop colour size box
   missing damaged late reply urgent waiting patience sorry kind regards best hello dear`.split(/\s+/);

const onsets = 'b c d f g h k l m n p r s t v w br cl cr dr fl gr pl pr sh st th tr'.split(' ');
const vowels = 'a e i o u ai ea ie oo ou'.split(' ');
const codas = ['', '', '', 'l', 'm', 'n', 'r', 's', 't', 'ck', 'nd', 'rn', 'st'];

const vocabularySize = 40_000;
const vocabulary = makeVocabulary();

function makeVocabulary(): readonly string[] {
  const random = createRandom(41);
  const part = (parts: readonly string[]) => parts[random.whole(parts.length)] ?? '';
  const words = new Set(commonest);
  while (words.size < vocabularySize) {
    const syllables = Array.from(
      { length: 1 + random.whole(4) },
      () => part(onsets) + part(vowels) + part(codas),
    );
    words.add(syllables.join(''));
  }
  return [...words];
}

/** Rank r comes up in proportion to 1/r: the inverse of the logarithm that sums it up. */
const wordOf = (random: Random): string =>
  vocabulary[Math.floor(Math.exp(random.next() * Math.log(vocabularySize + 1))) - 1] ?? 'the';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function sentence(random: Random): string {
  const words = Array.from({ length: 5 + random.whole(13) }, () => wordOf(random));
  return `${capital(words.join(' '))}${random.chance(0.15) ? '?' : '.'}`;
}

/** Paragraphs of `sentences` sentences in all. */
export function paragraphs(random: Random, sentences: number): string {
  const parts: string[] = [];
  for (let made = 0; made < sentences; made += 1) {
    const previous = parts.at(-1);
    if (previous === undefined || random.chance(0.35)) parts.push(sentence(random));
    else parts[parts.length - 1] = `${previous} ${sentence(random)}`;
  }
  return parts.join('\n\n');
}

export function subject(random: Random): string {
  return capital(Array.from({ length: 3 + random.whole(5) }, () => wordOf(random)).join(' '));
}

const givenNames = [
  'Ana',
  'Bilal',
  'Chloé',
  'Dario',
  'Eszter',
  'Farid',
  'Greta',
  'Hugo',
  'Inês',
  'Jonas',
  'Karin',
  'Layla',
  'Marek',
  'Nora',
  'Omar',
  'Pilar',
  'Rosa',
  'Søren',
  'Tomás',
  'Yara',
] as const;
const familyNames = [
  'Abadi',
  'Berg',
  'Castro',
  'Dvořák',
  'Eriksen',
  'Ferreira',
  'Greco',
  'Hansen',
  'Ivanov',
  'Jansen',
  'Kaya',
  'López',
  'Moreau',
  'Nowak',
  'Okafor',
  'Petit',
  'Quist',
  'Romano',
  'Silva',
  'Weber',
] as const;
const providers = ['post.example', 'mail.example', 'inbox.example', 'home.example'] as const;

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** The nth customer; the same for the same n. */
export function customer(n: number): Person {
  const random = createRandom(7_000_000 + n);
  const [given, family] = [random.of(givenNames), random.of(familyNames)];
  const plain = `${given}.${family}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase();
  return { name: `${given} ${family}`, address: `${plain}${n}@${random.of(providers)}` };
}
