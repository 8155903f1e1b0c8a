import { LiaisonError } from '../../../shared/errors.ts';
import { textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';

const kinds = ['maildir', 'mbox', 'eml'] as const;

export const importFiles: WorkspaceCommand = {
  name: 'import',
  needsWorkspace: true,
  options: {
    client: { type: 'string' },
    maildir: { type: 'string' },
    mbox: { type: 'string' },
    eml: { type: 'string' },
  },
  required: ['client'],
  async run(services, input) {
    const { out, signal } = input;
    const [kind, ...more] = kinds.filter((each) => textOf(input, each) !== '');
    if (!kind || more.length > 0)
      throw new LiaisonError('invalid-input', { detail: { path: kinds.join('|') } });
    const store = storeOf(services, input);
    const result = await services.importer.run(
      store,
      { kind, path: textOf(input, kind) },
      // How many messages an mbox holds is known only at its end.
      { signal, onProgress: ({ done, total }) => out.progress({ done, total: total ?? done + 1 }) },
    );
    out.answer(result, [
      out.say('imported', { read: result.read, added: result.added, odd: result.unreadable }),
    ]);
    return exitCodes.done;
  },
};
