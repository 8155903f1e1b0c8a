import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brands, Script } from '../../../shared/demo/script.ts';

/** The brand whose mailbox this is. Read once: the files are part of Liaison. */
export function createScriptFinder(resources: string): (address: string) => Script | null {
  const read = new Map<string, Script>();
  return (address) => {
    if (read.size === 0) {
      for (const brand of brands) {
        const script = Script.parse(
          JSON.parse(readFileSync(join(resources, 'demo', `${brand}.json`), 'utf8')),
        );
        for (const identity of script.mailbox) read.set(identity.address, script);
      }
    }
    return read.get(address) ?? null;
  };
}
