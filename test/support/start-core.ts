import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCore, type Core } from '../../electron/core/core.ts';
import type { PrintPdf } from '../../electron/core/ports.ts';
import { callerFactory } from '../../electron/core/rpc/trpc.ts';
import { appRouter } from '../../electron/core/rpc/router.ts';
import type { OperatorId } from '../../electron/shared/ids.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createMemorySafes, type MemorySafes } from './memory-safe.ts';
import { testPorts } from './test-ports.ts';

const createCaller = callerFactory(appRouter);

export interface TestCore {
  readonly core: Core;
  readonly clock: FakeClock;
  readonly safes: MemorySafes;
  readonly data: string;
  /** Calls the router as the first operator, an administrator called Ada. */
  readonly call: ReturnType<typeof createCaller>;
  callAs(operatorId: OperatorId | null): ReturnType<typeof createCaller>;
}

interface StartOptions {
  readonly data?: string;
  readonly clock?: FakeClock;
  readonly safes?: MemorySafes;
  readonly printPdf?: PrintPdf;
  /** Takes the closing over, for a core that several tests look at; else it closes when the test ends. */
  readonly closeLater?: (close: () => Promise<void>) => void;
}

/** A real core on real files in a folder of its own, closed and removed when the test ends. */
export async function startCore(options: StartOptions = {}): Promise<TestCore> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'liaison-test-'));
  const clock = options.clock ?? createFakeClock();
  const safes = options.safes ?? createMemorySafes();
  const { printPdf } = options;
  const ports = testPorts({ data, clock, secrets: safes, ...(printPdf ? { printPdf } : {}) });
  const core = await createCore(ports, { version: '0.0.0-test' });
  const closeLater = options.closeLater ?? onTestFinished;
  closeLater(async () => {
    await core.close();
    if (!options.data) rmSync(data, { recursive: true, force: true });
  });
  const callAs = (operatorId: OperatorId | null) =>
    createCaller({ services: core.services, session: { operatorId } });
  const { workspace } = core.services;
  const operatorId = workspace.currentOperator() ?? workspace.begin({ name: 'Ada', language: 'en' }).id;
  return { core, clock, safes, data, call: callAs(operatorId), callAs };
}
