import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LiaisonError } from '../../../shared/errors.ts';
import { RuleFile } from '../../../shared/voice-guides.ts';

/** Packages are a few levels deep at most; deeper is a loop of links or not a package. */
const deepest = 6;

/**
 * Reads the rules of a Vale style package: every `<Style>/<Rule>.yml` at or below the folder, named by the folder that
 * it stands in, in the order of their names.
 *
 * @throws LiaisonError `file-unreadable` where the folder can't be read, `file-too-large`, or `guide-invalid` where a
 * file's name can't be a rule's
 */
export function readFolder(folder: string): readonly RuleFile[] {
  return ruleFiles(folder, 0)
    .map(readRuleFile)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function ruleFiles(folder: string, depth: number): string[] {
  if (depth > deepest) return [];
  return readable(folder, () => readdirSync(folder, { withFileTypes: true })).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (readable(path, () => statSync(path)).isDirectory()) return ruleFiles(path, depth + 1);
    return entry.name.endsWith('.yml') ? [path] : [];
  });
}

function readRuleFile(path: string): RuleFile {
  const name = `${basename(dirname(path))}.${basename(path).split('.')[0] ?? ''}`;
  const read = RuleFile.safeParse({ name, yaml: readable(path, () => readFileSync(path, 'utf8')) });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.code === 'too_big') throw new LiaisonError('file-too-large', { detail: { path } });
  throw new LiaisonError('guide-invalid', {
    detail: { rule: name, reason: 'wrong-value', detail: path, line: 0 },
  });
}

function readable<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path }, cause });
  }
}
