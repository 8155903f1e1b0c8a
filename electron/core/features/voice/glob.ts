import { exactPattern } from '../../../shared/voice/exact-pattern.ts';

const mostStars = 8;

/**
 * A section of `.vale.ini` as a test of paths: `*.{md,txt}`. As in Vale a star also passes slashes. Null where it is not
 * well formed, or has more stars than anybody needs.
 */
export function compileGlob(glob: string): ((path: string) => boolean) | null {
  if ((glob.match(/\*+/g)?.length ?? 0) > mostStars) return null;
  let depth = 0;
  const source = glob.replace(/\*+|\?|\[!?[^\]]+\]|[{},]|[^]/gu, (part) => {
    if (part.startsWith('*')) return '.*';
    if (part === '?') return '.';
    if (part.length > 2 && part.startsWith('['))
      return `[${part.startsWith('[!') ? '^' : ''}${inside(part)}]`;
    if (part === '{') return ((depth += 1), '(?:');
    if (part === '}' && depth > 0) return ((depth -= 1), ')');
    if (part === ',' && depth > 0) return '|';
    return exactPattern(part);
  });
  if (depth !== 0) return null;
  try {
    const pattern = new RegExp(`^${source}$`, 's');
    return (path) => pattern.test(path.replaceAll('\\', '/'));
  } catch {
    return null;
  }
}

const inside = (set: string): string => set.replace(/^\[!?|\]$/g, '').replace(/[\\\]^[]/g, String.raw`\$&`);
