import { fold } from './folding-rules.ts';

/** Something of a certain shape in a text; offsets of the original, and the form in which it is compared. */
export interface Spotted {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Bounded, so that no text makes it walk in circles. A host with at least one dot, alone, in an address or in a link; what stands around it is read afterwards. */
const host =
  /(?<![\p{L}\p{N}-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,10}\p{L}{2,24}(?![\p{L}\p{N}-])/gu;
const localBefore = /[\p{L}\p{N}._%+-]{1,64}@$/u;
const schemeBefore = /https?:\/\/$/;
const pathAfter = /^(?::\d+)?(\/[^\s<>"'()[\]]*)?/u;

export interface SpottedHost extends Spotted {
  /** `local@host`, folded, where it is a mail address. */
  readonly address: string | null;
  /** The first part of the path, folded; empty where there is none. */
  readonly path: string;
}

/** Offsets are those of the whole: the address or link around the host. `www.` says nothing. */
export function hostsIn(text: string): SpottedHost[] {
  const { text: folded, from, until } = fold(text);
  return [...folded.matchAll(host)].map(({ 0: found, index }) => {
    const before = folded.slice(Math.max(0, index - 72), index);
    const [local] = localBefore.exec(before) ?? [];
    const [scheme] = schemeBefore.exec(before) ?? [];
    const rest = local
      ? ''
      : (pathAfter.exec(folded.slice(index + found.length, index + found.length + 500))?.[0] ?? '');
    const path = rest.replace(/[.,;:!?]+$/, '');
    const last = index + found.length + path.length - 1;
    return {
      start: from[index - (local ?? scheme ?? '').length] ?? 0,
      end: until[last] ?? text.length,
      value: found.replace(/^www\./, ''),
      address: local ? `${local}${found}` : null,
      path: /^[^/]*\/([^/?#]+)/.exec(path)?.[1] ?? '',
    };
  });
}

/** Digits with the usual marks between them, seven to fifteen in all (ITU-T E.164). */
const phone = /(?<![\p{L}\p{N}])(?:\+|\(\+?)?\d(?:[\s().\-/ ]{0,3}\d){6,16}(?![\p{L}\p{N}])/gu;
const significant = 9;

export function phonesIn(text: string): Spotted[] {
  const { text: folded, from, until } = fold(text);
  return [...folded.matchAll(phone)].flatMap(({ 0: found, index }) => {
    if (/[\r\n]/.test(found)) return [];
    const value = phoneKey(found);
    if (value === null) return [];
    return [{ start: from[index] ?? 0, end: until[index + found.length - 1] ?? text.length, value }];
  });
}

/** The last nine digits: with or without the country's code and the national zero it is the same number. */
export function phoneKey(written: string): string | null {
  const digits = written.replaceAll(/\(0\)/g, '').replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length < 7 || digits.length > 15 ? null : digits.slice(-significant);
}

/** Letters and digits together, or in parts: order numbers, vouchers, article numbers. */
const code =
  /(?<![\p{L}\p{N}_@.-])[\p{L}\p{N}]{1,20}(?:[-_#][\p{L}\p{N}]{1,20}){0,4}(?![\p{L}\p{N}_@-]|\.\p{L})/gu;

export function codesIn(text: string): Spotted[] {
  return [...text.matchAll(code)].flatMap(({ 0: found, index }) => {
    const value = codeKey(found);
    if (value.length < 5 || !/\d/.test(value) || !/\p{L}{2}/u.test(value)) return [];
    return [{ start: index, end: index + found.length, value }];
  });
}

export const codeKey = (written: string): string => fold(written).text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What all numbers of one kind look like: `kf######`. Null where it is not letters first and then figures. */
export function shapeOf(key: string): string | null {
  const shape = key.replaceAll(/\d/g, '#');
  return /^\p{L}{2,6}#{3,12}$/u.test(shape) ? shape : null;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

export const idsIn = (text: string): Spotted[] =>
  [...text.matchAll(uuid)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    value: found.toLowerCase(),
  }));

/** The lines of a text with where they stand; without the spaces around them. */
export function linesIn(text: string): Spotted[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: found, index }) => {
    const value = found.trim();
    const start = index + found.indexOf(value);
    return value === '' ? [] : [{ start, end: start + value.length, value }];
  });
}
