import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createCore } from '../../core/core.ts';
import { asLiaisonError } from '../../shared/errors.ts';
import { applicationRoot } from '../application-root.ts';
import { printWithChromium } from '../chromium.ts';
import { defaultDataFolder } from '../data-folder.ts';
import { errorSentence } from '../error-sentence.ts';
import { createLog } from '../log.ts';
import { createHostPorts } from '../ports.ts';
import { version } from '../version.ts';
import { languageOfLocale, words } from '../words.ts';
import { holdYoungHeap } from '../young-heap.ts';
import { readAssets } from '../assets.ts';
import { openBrowser } from './open-browser.ts';
import { readOptions } from './options.ts';
import { startLoopbackServer } from './server.ts';

const language = languageOfLocale(process.env['LC_ALL'] ?? process.env['LANG']);
const say = words.of(language, 'terminal');
const sayError = words.of(language, 'errors');

/** Serves one workspace to a browser window until it is told to stop. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const data = options.data ?? defaultDataFolder();
  const log = createLog({ folder: join(data, 'logs') });
  const { passphraseFile } = options;
  const ports = await createHostPorts({
    data,
    log,
    printPdf: printWithChromium,
    ...(passphraseFile === null ? {} : { passphraseFile }),
  });
  const core = await createCore(ports, { version });
  const token = randomBytes(32).toString('base64url');
  const assets = readAssets(join(applicationRoot, 'out', 'renderer'));
  const server = await startLoopbackServer({ core, assets, token, port: options.port });
  core.start();
  holdYoungHeap();

  const address = `http://127.0.0.1:${server.port}/#token=${token}`;
  process.stdout.write(`${say('open', { address })}\n`);
  if (!options.headless) openBrowser(address);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void server
      .close()
      .then(() => core.close())
      .finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

main().catch((thrown: unknown) => {
  const reason = errorSentence(asLiaisonError(thrown), { say, sayError });
  process.stderr.write(`${say('cannotStart', { reason })}\n`);
  process.exit(1);
});
