import { fold, type Token } from './folding-rules.ts';

/** Where a word stands that is a client's name and an ordinary word as well. */
export interface Standing {
  readonly text: string;
  readonly before: Token | undefined;
  readonly beforeThat: Token | undefined;
  readonly here: Token;
  readonly after: Token | undefined;
}

const asSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(' ').map((word) => fold(word).text));

/** A company stands behind these: `from Apple`, `bei Apple`. */
const companyFollows = asSet(
  'at from by with of for choosing contacting contacted calling visiting trusting joining using via en de con por desde del bei von vom mit chez avec من لدى مع شركة متجر فريق',
);
/** The first word of a pair that a company follows: `welcome to`. */
const greeting = asSet('welcome bienvenido bienvenida bienvenidos willkommen bienvenue back switched');
/** What a company has: `your Next order`. */
const companyHas = asSet(
  'team support customer customers account accounts order orders store stores shop app website site card service services care ltd limited inc llc gmbh group plc member members membership delivery voucher subscription plan helpline hotline warranty agent agents staff representative support-team returns newsletter rewards help desk centre center pedido cuenta tienda cliente clientes equipo',
);
/** Names of days and months are written large by themselves. */
const calendar = asSet(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday',
);
/** What stands on a button follows these. */
const pressing = asSet(
  'click press tap select choose hit push clic pulsa pulse toca selecciona klicken klicke drucken',
);

/**
 * Whether an ordinary word is meant as a name here. Capital letters are not enough: sentences begin, buttons and steps
 * are written large. A neighbour must speak of a company.
 */
export function isMeantAsName(standing: Standing): boolean {
  const { text, before, beforeThat, here, after } = standing;
  const raw = text.slice(here.start, here.end);
  if (!isCapital(raw)) return false;
  if (standsAlone(text, here)) return true;
  const near = before && /^[ \u00a0]$/.test(text.slice(before.end, here.start)) ? before : undefined;
  if (near && pressing.has(near.word)) return false;
  const tail = text.slice(here.end, here.end + 3);
  if (/^(?:['’]s(?!\p{L})|[®™])/u.test(tail)) return true;
  const next = after && /^[ \u00a0-]$/.test(text.slice(here.end, after.start)) ? after : undefined;
  const rawNext = next ? text.slice(next.start, next.end) : '';
  if (next && companyHas.has(next.word) && (near !== undefined || isCapital(rawNext))) return true;
  if (!near) return false;
  // `from Next Monday on`, `with Orange Juice`: two large words are a title of their own.
  const goesOn = next !== undefined && isCapital(rawNext);
  if (companyFollows.has(near.word) && !goesOn) return !calendar.has(here.word);
  return beforeThat !== undefined && greeting.has(beforeThat.word) && !goesOn;
}

const isCapital = (raw: string): boolean => /^\p{Lu}/u.test(raw) || !/\p{Ll}/u.test(raw);

/** The name as a line of its own: under a letter, or over it. */
function standsAlone(text: string, here: Token): boolean {
  const from = text.lastIndexOf('\n', here.start - 1) + 1;
  const to = text.indexOf('\n', here.end);
  const line = text.slice(from, to < 0 ? undefined : to).trim();
  return line === text.slice(here.start, here.end) && text.includes('\n');
}
