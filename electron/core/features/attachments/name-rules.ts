import { safeFileName } from '../../../shared/file-names.ts';

/**
 * Names under which files may lie side by side in one folder on any system: safe, and numbered where two would be the same
 * to a system that does not tell capitals apart. In the order given.
 */
export function namesSideBySide(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe = safeFileName(name);
    for (let copy = 1; ; copy += 1) {
      const numbered = copy === 1 ? safe : withNumber(safe, copy);
      const key = numbered.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return numbered;
    }
  });
}

function withNumber(name: string, copy: number): string {
  const ending = /\.[\p{L}\p{N}]{1,12}$/u.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - ending.length)} (${copy})${ending}`;
}
