import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { LiaisonError } from '../../../shared/errors.ts';
import { textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';
import { writeDocument } from '../write-file.ts';

/** The voice guide in force as a Vale package, in a folder of its own that the client's Vale reads as it stands. */
export const guideExport: WorkspaceCommand = {
  name: 'guide export',
  needsWorkspace: true,
  options: { client: { type: 'string' }, out: { type: 'string' } },
  required: ['client', 'out'],
  async run(services, input) {
    const files = services.voice.packageFiles(storeOf(services, input));
    const folder = await newFolder(textOf(input, 'out'));
    for (const { path, text } of files) {
      const place = join(folder, path);
      if (!place.startsWith(`${folder}${sep}`)) throw new LiaisonError('guide-invalid', { detail: { path } });
      await makeFolder(dirname(place));
      await writeDocument(place, Buffer.from(text));
    }
    input.out.answer({ folder, files: files.length }, [
      input.out.say('guideExported', { path: folder, count: files.length }),
    ]);
    return exitCodes.done;
  },
};

/** Nothing that is there is written over or mixed with: rules that are no more would stay. @throws LiaisonError `file-unwritable` */
async function newFolder(path: string): Promise<string> {
  const folder = resolve(path);
  await makeFolder(folder);
  if ((await readdir(folder)).length > 0)
    throw new LiaisonError('file-unwritable', { detail: { path: folder } });
  return folder;
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new LiaisonError('file-unwritable', { detail: { path }, cause });
  }
}
