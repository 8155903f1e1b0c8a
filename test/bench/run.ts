import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { coreBench } from './core.ts';
import { imapBench } from './imap.ts';
import { importBench } from './import.ts';
import { millionBench } from './million.ts';
import { pageBench } from './page.ts';
import { sizeBench } from './size.ts';
import type { Bench, BenchContext } from './support/bench.ts';
import { loadNow, thisMachine } from './support/machine.ts';
import { tableOf, type Measured } from './support/table.ts';
import { voiceBench } from './voice.ts';

const benches: readonly Bench[] = [
  sizeBench,
  coreBench,
  pageBench,
  importBench,
  imapBench,
  voiceBench,
  millionBench,
];

const help = `npm run bench -- [--only NAME,NAME] [--quick] [--json FILE] [--conversations N]
  ${benches.map(({ name }) => name).join(', ')}; of these ${benches.flatMap(({ name, onlyAsked }) => (onlyAsked ? [name] : [])).join(', ')} only where it is named: it takes long.
  --quick          smaller inputs and fewer rounds: to see that everything works, not to quote
  --conversations  of the bench million, instead of 1,000,000
npm run bench:soak -- [--minutes 60] [--conversations N]
  scripted work; memory, frames and keystrokes each minute; counts at the end that nothing was lost
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    conversations: { type: 'string', default: '1000000' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit();
}
const wanted =
  values.only?.split(',') ?? benches.filter(({ onlyAsked }) => !onlyAsked).map(({ name }) => name);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) throw new Error(`no such bench: ${unknown.join(', ')}`);

const context: BenchContext = {
  quick: values.quick,
  conversations: values.quick ? 20_000 : Number(values.conversations),
  say: (line) => void process.stderr.write(`  ${line}\n`),
};

/** A bench that fails does not keep the others from being measured. */
async function measure(bench: Bench): Promise<{ figures: Measured[]; failure: string | null }> {
  process.stderr.write(`${bench.name} (load ${loadNow().toFixed(1)})\n`);
  const before = loadNow();
  try {
    const figures = await bench.run(context);
    const load = [before, loadNow()] as const;
    return { figures: figures.map((figure) => ({ ...figure, bench: bench.name, load })), failure: null };
  } catch (error) {
    return {
      figures: [],
      failure: `${bench.name}: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

const figures: Measured[] = [];
const failures: string[] = [];
for (const bench of benches.filter(({ name }) => wanted.includes(name))) {
  const measured = await measure(bench);
  figures.push(...measured.figures);
  if (measured.failure !== null) failures.push(measured.failure);
}

const machine = thisMachine();
const { processor, cores, memoryGB, system, node } = machine;
process.stdout.write(
  `\n${processor}, ${cores} cores, ${memoryGB} GB, ${system}, Node ${node}${context.quick ? ', quick' : ''}\n`,
);
process.stdout.write(`${tableOf(figures)}\n`);
const notes = new Set(figures.flatMap(({ name, note }) => (note ? [`${name}: ${note}`] : [])));
for (const note of notes) process.stdout.write(`${note}\n`);
for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`);
if (values.json !== undefined) {
  const at = new Date().toISOString();
  writeFileSync(
    values.json,
    `${JSON.stringify({ at, machine, quick: context.quick, figures, failures }, null, 2)}\n`,
  );
}
process.exitCode = failures.length > 0 ? 1 : 0;
