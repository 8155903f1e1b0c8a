// `npm run proof:kills -- [--kills 200] [--only sync,send,undo,bulk]`
import { parseArgs } from 'node:util';
import { openDovecot } from '../support/dovecot.ts';
import type { Judgement } from './judge.ts';
import { killedKinds, type KilledKind } from './killed-task.ts';
import { surviveKills } from './killed-lives.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, only: { type: 'string' } },
});
const names = values.only?.split(',') ?? killedKinds;
const kinds = killedKinds.filter((kind) => names.includes(kind));
const kills = Number(values.kills);
if (kinds.length < names.length || !Number.isSafeInteger(kills) || kills < kinds.length)
  throw new Error(`--only takes ${killedKinds.join(', ')}; --kills at least one of each`);

const say = (line: string) => void process.stdout.write(`${line}\n`);
const figuresOf = ({ lost, doubled, wrong, ...figures }: Judgement) => ({
  ...figures,
  ...{ lost: lost.length, doubled: doubled.length, wrong: wrong.length },
});
const workOf: Readonly<Record<KilledKind, (judged: Judgement) => number>> = {
  sync: ({ mails }) => mails,
  send: ({ replies }) => replies,
  undo: ({ takenBack }) => takenBack,
  bulk: ({ bulkActions }) => bulkActions,
};
const complaints: string[] = [];
const dovecot = await openDovecot();
try {
  for (const [index, kind] of kinds.entries()) {
    const share = Math.floor(kills / kinds.length) + (index < kills % kinds.length ? 1 : 0);
    const judged = await surviveKills({ kind, kills: share, dovecot, tell: say });
    say(`${kind}: ${JSON.stringify(figuresOf(judged))}`);
    const named = (name: 'lost' | 'doubled' | 'wrong') =>
      judged[name].map((each) => `${kind}, ${name}: ${each}`);
    complaints.push(...named('lost'), ...named('doubled'), ...named('wrong'));
    if (workOf[kind](judged) === 0) complaints.push(`${kind}: nothing was done that could be lost`);
  }
} finally {
  await dovecot.remove();
}
for (const complaint of complaints) say(`FAILED ${complaint}`);
say(complaints.length === 0 ? 'nothing lost, nothing doubled' : `${complaints.length} failures`);
process.exitCode = complaints.length === 0 ? 0 : 1;
