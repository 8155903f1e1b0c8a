import { join } from 'node:path';
import { asLiaisonError } from '../../shared/errors.ts';
import { printWithChromium } from '../chromium.ts';
import { defaultDataFolder } from '../data-folder.ts';
import { createLog } from '../log.ts';
import { createHostPorts } from '../ports.ts';
import { version } from '../version.ts';
import { languageOfLocale, words } from '../words.ts';
import { holdYoungHeap } from '../young-heap.ts';
import { type CommandInput, usageOf, type WorkspaceCommand } from './command.ts';
import { commands } from './commands.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { createOutput } from './output.ts';
import { parse } from './parse.ts';
import { namedByOption } from './wrong-option.ts';

const language = languageOfLocale(process.env['LC_ALL'] ?? process.env['LANG']);
const say = words.of(language, 'terminal');
const sayError = words.of(language, 'errors');

async function main(typed: readonly string[]): Promise<number> {
  const parsed = parse(commands, typed);
  if (parsed.kind !== 'command') {
    const help = say('help', { commands: commands.map((each) => `  ${usageOf(each)}`).join('\n') });
    if (parsed.kind === 'help') return (process.stdout.write(`${help}\n`), exitCodes.done);
    const reason =
      parsed.kind === 'unknown'
        ? say('unknownCommand', { typed: parsed.typed })
        : say('misused', { command: parsed.command.name, reason: parsed.reason });
    const shown = parsed.kind === 'unknown' ? help : `  ${usageOf(parsed.command)}`;
    process.stderr.write(`${reason}\n${shown}\n`);
    return exitCodes.usage;
  }

  const { command, values } = parsed;
  const out = createOutput({ json: values['json'] === true, say, sayError });
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  const input: CommandInput = { values, words: parsed.words, out, signal: controller.signal };
  try {
    return command.needsWorkspace ? await onWorkspace(command, input) : await command.run(input);
  } catch (thrown) {
    const error = namedByOption(asLiaisonError(thrown), command.options);
    out.error(error);
    return exitCodeOf(error.code);
  }
}

async function onWorkspace(command: WorkspaceCommand, input: CommandInput): Promise<number> {
  const data = typeof input.values['data'] === 'string' ? input.values['data'] : defaultDataFolder();
  const passphraseFile = input.values['passphrase-file'];
  // The core is loaded while the passphrase becomes a key, which is another thread's work.
  const [ports, { createCore }] = await Promise.all([
    createHostPorts({
      data,
      log: createLog({ folder: join(data, 'logs') }),
      printPdf: printWithChromium,
      ...(typeof passphraseFile === 'string' ? { passphraseFile } : {}),
    }),
    import('../../core/core.ts'),
  ]);
  const core = await createCore(ports, { version });
  holdYoungHeap();
  try {
    return await command.run(core.services, input);
  } finally {
    await core.close();
  }
}

/** Whoever read the beginning and went away (`| head`) has what they wanted. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
