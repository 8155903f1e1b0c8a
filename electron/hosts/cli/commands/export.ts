import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { LiaisonError } from '../../../shared/errors.ts';
import { textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';

export const exportConversations: WorkspaceCommand = {
  name: 'export',
  needsWorkspace: true,
  options: { client: { type: 'string' }, out: { type: 'string' } },
  required: ['client', 'out'],
  async run(services, input) {
    const store = storeOf(services, input);
    const path = textOf(input, 'out');
    const file = createWriteStream(path, { mode: 0o600 });
    const done = finished(file).catch((cause: unknown) => {
      throw new LiaisonError('file-unwritable', { detail: { path }, cause });
    });
    const room = () => new Promise<void>((resolve) => void file.once('drain', resolve));
    const writing = services.exports.exportClient(
      store,
      (line) => (file.write(`${line}\n`) ? undefined : Promise.race([room(), done])),
      input.signal,
    );
    const exported = await Promise.race([writing, done.then(() => writing)]);
    file.end();
    await done;
    input.out.answer({ file: path, ...exported }, [
      input.out.say('exported', { path, count: exported.conversations }),
    ]);
    return exitCodes.done;
  },
};
