import { readFile } from 'node:fs/promises';
import { Locale } from '../../../shared/clients.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import { type ImportLine, type ImportPlan, ImportSource } from '../../../shared/template-import.ts';
import { type CommandInput, textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';

/** Canned replies of another desk: `--dry-run` says what would come in, and changes nothing. */
export const templatesImport: WorkspaceCommand = {
  name: 'templates import',
  needsWorkspace: true,
  options: {
    client: { type: 'string' },
    from: { type: 'string' },
    language: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  required: ['client', 'from'],
  words: 'FILE',
  async run(services, input) {
    const store = storeOf(services, input);
    const { templates } = services;
    const file = { ...requestOf(input), base64: (await bytesOf(input)).toString('base64') };
    const isDry = input.values['dry-run'] === true;
    const plan = isDry ? await templates.planImport(store, file) : await templates.import(store, null, file);
    input.out.answer({ ...plan, imported: isDry ? 0 : plan.counts.new + plan.counts.renamed }, [
      ...plan.lines.map((line) => tableLine(line)),
      ...plan.unmapped.map(({ original, becomes, count }) => [original, becomes, count].join('\t')),
      input.out.say(isDry ? 'templatesPlanned' : 'templatesImported', countsOf(plan)),
    ]);
    return exitCodes.done;
  },
};

function requestOf(input: CommandInput) {
  const source = ImportSource.safeParse(textOf(input, 'from'));
  if (!source.success) throw new LiaisonError('invalid-input', { detail: { path: '--from' } });
  const language = textOf(input, 'language');
  if (language !== '' && !Locale.safeParse(language).success)
    throw new LiaisonError('invalid-input', { detail: { path: '--language' } });
  return { source: source.data, locale: language === '' ? null : language };
}

async function bytesOf({ words }: CommandInput): Promise<Buffer> {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0)
    throw new LiaisonError('invalid-input', { detail: { path: 'FILE' } });
  try {
    return await readFile(path);
  } catch (cause) {
    throw new LiaisonError('file-unreadable', { detail: { path }, cause });
  }
}

/** Outcome, state, shortcut, name, how many pieces were not mapped, what was left behind. */
const tableLine = (line: ImportLine): string =>
  [
    line.number,
    line.outcome,
    line.state,
    `/${line.shortcut}`,
    line.name,
    line.unmapped.map(({ original }) => original).join(' '),
    line.left.join('; '),
  ]
    .map((cell) => String(cell).replace(/[\t\r\n]+/g, ' '))
    .join('\t');

const countsOf = ({ counts }: ImportPlan) => ({
  coming: counts.new + counts.renamed,
  renamed: counts.renamed,
  same: counts.same,
  unread: counts.empty + counts.refused,
});
