import { brandSafetyRouter } from '../features/brand-safety/router.ts';
import { calendarsRouter } from '../features/calendars/router.ts';
import { channelsRouter } from '../features/channels/router.ts';
import { clientsRouter } from '../features/clients/router.ts';
import { conversationsRouter } from '../features/conversations/router.ts';
import { demoRouter } from '../features/demo/router.ts';
import { operatorsRouter } from '../features/operators/router.ts';
import { outboxRouter } from '../features/outbox/router.ts';
import { qualityRouter } from '../features/quality/router.ts';
import { reportsRouter } from '../features/reports/router.ts';
import { serviceLevelsRouter } from '../features/service-levels/router.ts';
import { snoozesRouter } from '../features/snoozes/router.ts';
import { templatesRouter } from '../features/templates/router.ts';
import { vaultRouter } from '../features/vault/router.ts';
import { voiceRouter } from '../features/voice/router.ts';
import { changesRouter } from '../features/workspace/changes-router.ts';
import { workspaceRouter } from '../features/workspace/router.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  brandSafety: brandSafetyRouter,
  calendars: calendarsRouter,
  changes: changesRouter,
  channels: channelsRouter,
  clients: clientsRouter,
  conversations: conversationsRouter,
  demo: demoRouter,
  operators: operatorsRouter,
  outbox: outboxRouter,
  quality: qualityRouter,
  reports: reportsRouter,
  serviceLevels: serviceLevelsRouter,
  snoozes: snoozesRouter,
  templates: templatesRouter,
  vault: vaultRouter,
  voice: voiceRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
