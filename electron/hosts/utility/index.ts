import type { MessageEvent, MessagePortMain } from 'electron';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCore, type Core } from '../../core/core.ts';
import { serve } from '../../core/rpc/serve.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { asLiaisonError } from '../../shared/errors.ts';
import { createLog } from '../log.ts';
import { createHostPorts } from '../ports.ts';
import { version } from '../version.ts';
import { holdYoungHeap } from '../young-heap.ts';
import type { ToCore, ToMain } from './messages.ts';
import { portChannel } from './port-channel.ts';
import { createPrintByMain } from './print-by-main.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  strict: false,
  allowPositionals: true,
});

const { parentPort } = process;
const send = (message: ToMain) => parentPort.postMessage(message);
const printing = createPrintByMain(send);

async function openCore(data: string): Promise<Core> {
  const passphraseFile = values['passphrase-file'];
  const log = createLog({ folder: join(data, 'logs') });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'the core died');
    process.exit(1);
  });
  const ports = await createHostPorts({
    data,
    log,
    printPdf: printing.print,
    ...(typeof passphraseFile === 'string' ? { passphraseFile } : {}),
  });
  return createCore(ports, { version });
}

function handle(core: Core, message: ToCore, port: MessagePortMain | undefined): void {
  switch (message.kind) {
    case 'connect':
      if (port) serve({ router: core.router, context: core.connect(), channel: portChannel(port) });
      return;
    case 'redeem': {
      const content = core.services.tickets.redeem(message.content, message.ticket);
      send({ kind: 'redeemed', call: message.call, content });
      return;
    }
    case 'printed':
      printing.answer(message.call, message.pdf);
      return;
    case 'leaving': {
      const { stores, outbox } = core.services;
      const count = stores.all().reduce((sum, store) => sum + outbox.leaving(store), 0);
      send({ kind: 'leaving', call: message.call, count });
      return;
    }
    case 'shutdown':
      void core.close().finally(() => process.exit(0));
      return;
    default:
      assertNever(message);
  }
}

/** Runs the core for the desktop: one workspace, any number of page ports, until main says that it is over. */
async function main(): Promise<void> {
  if (typeof values.data !== 'string') throw new Error('--data is missing');
  const core = await openCore(values.data);
  core.services.changes.listen(({ reason, clientId }) => {
    if (reason === 'arrived') send({ kind: 'arrived', clientId });
  });
  parentPort.on('message', ({ data, ports }: MessageEvent) => handle(core, data as ToCore, ports[0]));
  core.start();
  holdYoungHeap();
  send({ kind: 'ready' });
}

main().catch((thrown: unknown) => {
  send({ kind: 'failed', error: asLiaisonError(thrown).shape });
  setTimeout(() => process.exit(1), 100); // lets the message leave
});
