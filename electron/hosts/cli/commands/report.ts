import { ReportExport } from '../../../shared/reports.ts';
import { textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';
import { wrongInput } from '../wrong-option.ts';
import { languageOfLocale } from '../../words.ts';
import { writeDocument } from '../write-file.ts';

/** A document for `--out`; with `--json` the figures themselves on standard output. */
export const report: WorkspaceCommand = {
  name: 'report',
  needsWorkspace: true,
  options: {
    client: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
    language: { type: 'string' },
    out: { type: 'string' },
  },
  required: ['client', 'from', 'to'],
  async run(services, input) {
    const store = storeOf(services, input);
    const wanted = ReportExport.safeParse({
      from: textOf(input, 'from'),
      to: textOf(input, 'to'),
      format: textOf(input, 'format') || 'json',
      language: languageOfLocale(textOf(input, 'language') || process.env['LC_ALL'] || process.env['LANG']),
    });
    if (!wanted.success) throw wrongInput(wanted.error);
    const path = textOf(input, 'out');
    if (!path && input.values['json'] === true) {
      input.out.answer(await services.reports.build(store, wanted.data), []);
      return exitCodes.done;
    }
    const { name, bytes } = await services.reports.export(store, wanted.data);
    if (!path) input.out.write(bytes);
    else {
      await writeDocument(path, bytes);
      input.out.answer({ file: path, bytes: bytes.length }, [input.out.say('written', { path, name })]);
    }
    return exitCodes.done;
  },
};
