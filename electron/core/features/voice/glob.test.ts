import { expect, test } from 'vitest';
import { compileGlob } from './glob.ts';

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['*', ['a.md', 'x/y.txt'], []],
  ['*.md', ['a.md', 'x/y.md'], ['a.mdx', 'a.txt']],
  ['*.{md,txt}', ['a.md', 'a.txt'], ['a.rst', 'a.m']],
  ['replies/**/*.md', ['replies/a/b.md'], ['other/a/b.md']],
  ['[!a]?.md', ['bc.md'], ['ac.md', 'b.md']],
  ['a+b(c).md', ['a+b(c).md'], ['aab(c).md', 'a+bc.md']],
  ['a,b', ['a,b'], ['a']],
])('%s', (glob, inside, outside) => {
  const covers = compileGlob(glob);
  expect(inside.map((path) => covers?.(path))).toEqual(inside.map(() => true));
  expect(outside.map((path) => covers?.(path))).toEqual(outside.map(() => false));
});

test.each(['{a', '*a*b*c*d*e*f*g*h*i*', '[z-a]'])('%s is no glob', (glob) => {
  expect(compileGlob(glob)).toBeNull();
});
