import type { GuideBody, VoiceGuide } from '../../../../electron/shared/voice-guides.ts';

/** What differs between two versions of a guide. `before` and `after` are empty where it is new, or gone. */
export interface GuideChange {
  readonly part:
    | 'tone'
    | 'dos'
    | 'donts'
    | 'line'
    | 'rule'
    | 'checklist'
    | 'blocking'
    | 'four-eyes'
    | 'spelling'
    | 'ini'
    | 'vocabulary'
    | 'list';
  /** Of a rule, a vocabulary, a list of words or a line; else empty. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

type Part = GuideChange['part'];

/** A version, or the guide in force. */
export type ComparedGuide = GuideBody | VoiceGuide;

/** Every difference, part by part, in the order of a guide. Pure. */
export function changesBetween(before: ComparedGuide, after: ComparedGuide): GuideChange[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys.flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const known = now ?? old;
    if (!known || old?.text === now?.text) return [];
    return [{ part: known.part, name: known.name, before: old?.text ?? '', after: now?.text ?? '' }];
  });
}

interface Named {
  readonly part: Part;
  readonly name: string;
  readonly text: string;
}

function partsOf(body: ComparedGuide): Map<string, Named> {
  const { briefing, config } = body;
  const all: Named[] = [
    { part: 'tone', name: '', text: briefing.tone },
    { part: 'dos', name: '', text: briefing.dos.join('\n') },
    { part: 'donts', name: '', text: briefing.donts.join('\n') },
    ...body.lines.map((line): Named => {
      const { id, kind, prose, ...rest } = line;
      return { part: 'line', name: `${kind} ${id}`, text: `${prose}\n${detailsOf(rest)}` };
    }),
    ...body.rules.map(({ name, yaml }): Named => ({ part: 'rule', name, text: yaml })),
    { part: 'spelling', name: '', text: String(config.spelling) },
    ...config.vocabularies.map(({ name, accept, reject }): Named => ({
      part: 'vocabulary',
      name,
      text: `${accept}\n--\n${reject}`,
    })),
    ...config.lists.map(({ path, text }): Named => ({ part: 'list', name: path, text })),
    { part: 'ini', name: '', text: config.ini },
    {
      part: 'checklist',
      name: '',
      text: body.checklist.map(({ text, required }) => `${required ? '* ' : ''}${text}`).join('\n'),
    },
    { part: 'blocking', name: '', text: String(body.errorsBlockSending) },
    { part: 'four-eyes', name: '', text: String(body.fourEyes) },
  ];
  return new Map(all.map((each) => [`${each.part} ${each.name}`, each]));
}

/** Fields that say something, one a line. */
const detailsOf = (fields: object): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([field, value]) => `${field}: ${Array.isArray(value) ? value.join(' | ') : String(value)}`)
    .join('\n');
