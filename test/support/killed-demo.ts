import { createCore } from '../../electron/core/core.ts';
import { createFakeClock } from './fake-clock.ts';
import { createMemorySafes } from './memory-safe.ts';
import { testPorts } from './test-ports.ts';

/** Begins to fill the demo in the folder that the test names, and dies in the middle of the second client. */
const ports = testPorts({
  data: process.argv[2] ?? '',
  clock: createFakeClock(),
  secrets: createMemorySafes(),
});
const core = await createCore(ports, { version: '0.0.0-test' });
const { changes, demo, workspace } = core.services;
const furnished = new Set<string>();
changes.listen(({ topic, clientId }) => {
  if (topic === 'conversations' && clientId) furnished.add(clientId);
  if (furnished.size === 2) process.kill(process.pid, 'SIGKILL');
});
await demo.open(workspace.begin({ name: 'Ada', language: 'en' }).id);
process.stdout.write('done\n');
