import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brands, Script, Team, type Brand } from '../../../shared/demo/script.ts';

const read = (resources: string, name: string): unknown =>
  JSON.parse(readFileSync(join(resources, 'demo', `${name}.json`), 'utf8'));

/** The fictional clients, in the order in which they stand on the rail, and the vendor's people. */
export const readScripts = (resources: string): { brand: Brand; script: Script }[] =>
  brands.map((brand) => ({ brand, script: Script.parse(read(resources, brand)) }));

export const readTeam = (resources: string): Team => Team.parse(read(resources, 'team'));
