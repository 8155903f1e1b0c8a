import { attachmentsRouter } from '../features/attachments/router.ts';
import { attentionRouter } from '../features/attention/router.ts';
import { batchesRouter } from '../features/actions/router.ts';
import { automationsRouter } from '../features/automations/router.ts';
import { brandSafetyRouter } from '../features/brand-safety/router.ts';
import { calendarsRouter } from '../features/calendars/router.ts';
import { channelsRouter } from '../features/channels/router.ts';
import { claimsRouter } from '../features/claims/router.ts';
import { clientsRouter } from '../features/clients/router.ts';
import { contactsRouter } from '../features/contacts/router.ts';
import { conversationsRouter } from '../features/conversations/router.ts';
import { copiesRouter } from '../features/copies/router.ts';
import { correctionsRouter } from '../features/conversations/corrections/router.ts';
import { demoRouter } from '../features/demo/router.ts';
import { fieldsRouter } from '../features/fields/router.ts';
import { macrosRouter } from '../features/macros/router.ts';
import { operatorsRouter } from '../features/operators/router.ts';
import { outboxRouter } from '../features/outbox/router.ts';
import { peopleRouter } from '../features/people/router.ts';
import { qualityRouter } from '../features/quality/router.ts';
import { reportsRouter } from '../features/reports/router.ts';
import { searchSuggestionsRouter } from '../features/search-suggestions/router.ts';
import { serviceLevelsRouter } from '../features/service-levels/router.ts';
import { signaturesRouter } from '../features/signatures/router.ts';
import { snoozesRouter } from '../features/snoozes/router.ts';
import { statusesRouter } from '../features/statuses/router.ts';
import { templatesRouter } from '../features/templates/router.ts';
import { vaultRouter } from '../features/vault/router.ts';
import { viewsRouter } from '../features/views/router.ts';
import { voiceRouter } from '../features/voice/router.ts';
import { changesRouter } from '../features/workspace/changes-router.ts';
import { workspaceRouter } from '../features/workspace/router.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  attachments: attachmentsRouter,
  attention: attentionRouter,
  automations: automationsRouter,
  batches: batchesRouter,
  brandSafety: brandSafetyRouter,
  calendars: calendarsRouter,
  changes: changesRouter,
  channels: channelsRouter,
  claims: claimsRouter,
  clients: clientsRouter,
  contacts: contactsRouter,
  conversations: conversationsRouter,
  copies: copiesRouter,
  corrections: correctionsRouter,
  demo: demoRouter,
  fields: fieldsRouter,
  statuses: statusesRouter,
  macros: macrosRouter,
  operators: operatorsRouter,
  outbox: outboxRouter,
  people: peopleRouter,
  quality: qualityRouter,
  reports: reportsRouter,
  searchSuggestions: searchSuggestionsRouter,
  serviceLevels: serviceLevelsRouter,
  signatures: signaturesRouter,
  snoozes: snoozesRouter,
  templates: templatesRouter,
  vault: vaultRouter,
  views: viewsRouter,
  voice: voiceRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
