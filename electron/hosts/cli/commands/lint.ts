import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type LintResult, lintTexts, stdinName, valeJson } from '../../../core/lint.ts';
import { asLiaisonError, LiaisonError } from '../../../shared/errors.ts';
import { type CommandInput, type FileCommand, textOf } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';

/** Files, or standard input for `-` and for none at all. */
const standardInput = '-';
/** Vale's exit status where it could not check at all; 1 is for what it found. */
const couldNotRun = 2;

export const lint: FileCommand = {
  name: 'lint',
  needsWorkspace: false,
  options: { guide: { type: 'string' } },
  required: ['guide'],
  words: '[FILE|-]',
  async run(input) {
    try {
      const result = await lintAll(input);
      tell(input, result);
      return result.failed ? exitCodes.failed : exitCodes.done;
    } catch (error) {
      input.out.error(asLiaisonError(error));
      return couldNotRun;
    }
  },
};

async function lintAll(input: CommandInput): Promise<LintResult> {
  const files = input.words.length > 0 ? input.words : [standardInput];
  const texts = await Promise.all(files.map(readText));
  return lintTexts({ folder: textOf(input, 'guide'), texts });
}

async function readText(path: string): Promise<{ name: string; text: string }> {
  if (path === standardInput) return { name: stdinName, text: await text(process.stdin) };
  try {
    return { name: path, text: await readFile(path, 'utf8') };
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path }, cause });
  }
}

/** Rules that said nothing are named, beside the JSON too: what they would have found is missing in it. */
function tell(input: CommandInput, result: LintResult): void {
  const { out, values } = input;
  const notes = notesOf(input, result);
  if (values['json'] !== true) return out.answer(result.report, [...alertLines(result), ...notes]);
  out.write(valeJson(result.report));
  process.stderr.write(notes.map((note) => `${note}\n`).join(''));
}

const alertLines = ({ report }: LintResult): string[] =>
  Object.entries(report).flatMap(([file, found]) =>
    found.map((alert) =>
      [`${file}:${alert.Line}:${alert.Span[0]}`, alert.Severity, alert.Check, alert.Message].join('\t'),
    ),
  );

function notesOf({ out }: CommandInput, { unsupported, withoutDictionary, stopped }: LintResult): string[] {
  return [
    ...unsupported.map(({ rule, kind }) => out.say('ruleNotRun', { rule, kind })),
    ...withoutDictionary.map((rule) => out.say('ruleWithoutDictionary', { rule })),
    ...stopped.map((rule) => out.say('ruleStopped', { rule })),
  ];
}
