/**
 * Letters whose two cases are nothing but each other, so that lower case finds them whatever the case: those of ASCII, of
 * Europe's Latin, Cyrillic, Hebrew and Arabic. (The long s and the Kelvin sign are folded by `folded`.)
 */
const plain = /[0-9A-Za-z \u00e0-\u00f6\u00f8-\u00fe\u0430-\u044f\u05d0-\u05ea\u0621-\u064a]/;
const shortest = 3;

/** A text as it is searched for literals. */
export const folded = (text: string): string =>
  text.toLowerCase().replaceAll('\u017f', 's').replaceAll('\u212a', 'k');

/**
 * For each branch of a pattern, letters that must be in a text for it to match: its longest run of plain letters. Null
 * where a branch has none, so that the pattern has to be tried. Of what it does not understand it says null too.
 */
export function neededLiterals(pattern: string): string[] | null {
  if (/\(\?[a-z]*x|\\[QE]/.test(pattern)) return null;
  const literals = branchesOf(pattern)?.map(longestRun) ?? [null];
  return literals.every((literal) => literal !== null) ? literals : null;
}

/** Those of several patterns, any of which may match. */
export function neededByAll(patterns: readonly string[]): string[] | null {
  const needed = patterns.map(neededLiterals);
  return needed.every((literals) => literals !== null) ? needed.flat() : null;
}

/** Pieces of a pattern: an escape, a class, a bracket, a quantifier, a bar, or a single letter. */
const piece =
  /\\(?:[pP](?:\{[^}]*\}|.)|[xu]\{[^}]*\}|x..|u....|k<\w+>|[^])|\[\^?\]?(?:\\[^]|\[:\^?\w+:\]|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[^]/gu;

function branchesOf(pattern: string): string[][] | null {
  const branches: string[][] = [[]];
  let depth = 0;
  for (const [part] of pattern.matchAll(piece)) {
    if (part === '[') return null;
    if (part === '(') {
      depth += 1;
      if (depth === 1) branches.at(-1)?.push('(');
    } else if (part === ')') depth -= 1;
    else if (depth > 0) continue;
    else if (part === '|') branches.push([]);
    else branches.at(-1)?.push(part);
  }
  return depth === 0 ? branches : null;
}

function longestRun(branch: readonly string[]): string | null {
  let best = '';
  let run = '';
  for (const part of branch) {
    if (part.length === 1 && plain.test(part)) {
      run += part;
    } else {
      // A letter that may be missing, or come twice, ends the run before itself.
      const counted = /^[?*+{]/.test(part);
      best = longer(best, counted ? run.slice(0, -1) : run);
      run = '';
    }
  }
  best = longer(best, run);
  return best.length >= shortest ? best.toLowerCase() : null;
}

const longer = (a: string, b: string): string => (b.length > a.length ? b : a);
