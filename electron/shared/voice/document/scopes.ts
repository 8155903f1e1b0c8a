/** One condition of a scope: `heading.h2`, `~blockquote`. */
interface Selector {
  readonly names: readonly string[];
  readonly negated: boolean;
}

/** Any of several scopes, each of conditions that must all hold. */
export type Scopes = readonly (readonly Selector[])[];

/** The same scopes are the same object, so that what is in them is found once for all rules. */
const known = new Map<string, Scopes>();

/** Reads a rule's scopes: `['heading & ~heading.h1', 'list']`. */
export function readScopes(scopes: readonly string[]): Scopes {
  const key = scopes.join('\n');
  const read = known.get(key) ?? (scopes.length === 0 ? ['text'] : scopes).map(readScope);
  known.set(key, read);
  return read;
}

const readScope = (scope: string): Selector[] =>
  scope.split('&').map((part) => {
    const trimmed = part.trim();
    const negated = trimmed.startsWith('~');
    return {
      negated,
      names: trimmed
        .slice(negated ? 1 : 0)
        .split('.')
        .map((name) => name.trim()),
    };
  });

/** Parts that only a scope that names them sees: the same words are part of another part as well. */
const byNameOnly = ['sentence', 'paragraph', 'link', 'raw', 'summary'];

/**
 * Whether a part is in one of the scopes. A part's own scope is dotted (`sentence.text.list.md`) and holds every name of
 * it; a selector fits when all its names are among them (vale, `internal/check/scope.go`).
 */
export function inScope(scopes: Scopes, partScope: string): boolean {
  const names = partScope.split('.');
  const hidden = byNameOnly.filter((name) => names.includes(name));
  const fits = (selector: Selector) => selector.names.every((name) => names.includes(name));
  return scopes.some(
    (selectors) =>
      selectors.every((selector) => fits(selector) !== selector.negated) &&
      hidden.every((name) => selectors.some(({ names: asked, negated }) => !negated && asked.includes(name))),
  );
}
