import { RuleFile } from '../../../electron/shared/voice-guides.ts';

/** The rule that a file of a Vale package holds, by its path; null where it is no rule. */
export function ruleFileOf(path: string, yaml: string): RuleFile | null {
  const [file = '', style = ''] = path.split('/').toReversed();
  if (!file.endsWith('.yml')) return null;
  const read = RuleFile.safeParse({ name: `${style}.${file.split('.')[0] ?? ''}`, yaml });
  return read.success ? read.data : null;
}

/** The rules among the files of a folder that a person chose. */
export async function readPackage(files: Iterable<File>): Promise<RuleFile[]> {
  const read = [...files].map(async (file) =>
    ruleFileOf(file.webkitRelativePath || file.name, await file.text()),
  );
  return (await Promise.all(read)).filter((rule) => rule !== null);
}
