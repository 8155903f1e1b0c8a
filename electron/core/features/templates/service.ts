import { LiaisonError } from '../../../shared/errors.ts';
import type { ClientId, ConversationId, OperatorId, TemplateId } from '../../../shared/ids.ts';
import type { RenderedTemplate, Template, TemplateBody } from '../../../shared/templates.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Clients } from '../clients/service.ts';
import type { Operators } from '../operators/service.ts';
import { conversationFacts, insertVersion, listTemplates, newestVersion, present } from './queries.ts';
import type { RenderJob } from './render-job.ts';
import { createRenderThread } from './render-thread.ts';
import { contextOf, sampleContext } from './rules.ts';

export interface Templates {
  list(store: ClientStore): readonly Template[];
  /** A new version; `id: null` makes a new template. @throws LiaisonError `template-invalid` with line and reason */
  save(
    store: ClientStore,
    operatorId: OperatorId,
    template: { id: TemplateId | null; body: TemplateBody },
  ): Promise<Template>;
  remove(store: ClientStore, operatorId: OperatorId, id: TemplateId): void;
  /** @throws LiaisonError `not-found`, or `template-invalid` where it takes too long */
  render(
    store: ClientStore,
    operatorId: OperatorId,
    request: { id: TemplateId; conversationId: ConversationId },
  ): Promise<RenderedTemplate>;
  /** Fills a template that is not saved yet for a made-up customer. @throws LiaisonError `template-invalid` */
  preview(
    store: ClientStore,
    operatorId: OperatorId,
    template: Pick<TemplateBody, 'source' | 'locale'>,
  ): Promise<RenderedTemplate>;
  /** Ends the worker. */
  close(): Promise<void>;
}

export function createTemplates(options: {
  clock: Clock;
  changes: Changes;
  operators: Operators;
  clients: Clients;
  worker: URL;
}): Templates {
  const { clock, changes, operators, clients } = options;
  const thread = createRenderThread(options.worker);

  function clientOf(id: ClientId) {
    const client = clients.list().find((each) => each.id === id);
    if (!client) throw new LiaisonError('not-found', { detail: { what: 'client' } });
    return client;
  }

  async function run(
    store: ClientStore,
    job: Pick<RenderJob, 'source' | 'locale' | 'context' | 'strict'>,
  ): Promise<RenderedTemplate> {
    const { timeZone } = clientOf(store.clientId);
    const answer = await thread.render({ ...job, timeZone, now: clock.now(), format: 'text' });
    if (answer.kind === 'failed')
      throw new LiaisonError('template-invalid', { detail: { ...answer.problem } });
    return { text: answer.text, unfilled: answer.unfilled };
  }

  const people = (store: ClientStore, operatorId: OperatorId) => ({
    client: clientOf(store.clientId),
    operator: operators.find(operatorId),
  });
  const preview: Templates['preview'] = (store, operatorId, { source, locale }) =>
    run(store, { source, locale, strict: true, context: sampleContext(people(store, operatorId)) });

  return {
    list: listTemplates,
    preview,
    async save(store, operatorId, { id, body }) {
      await preview(store, operatorId, body);
      return store.transaction(() => {
        mustBeFree(store, { id, body });
        const saved = id ?? newId<TemplateId>(clock.now());
        const version = id === null ? 1 : current(store, id).version + 1;
        insertVersion(store, { ...body, id: saved, version, removed: false, operatorId, now: clock.now() });
        changes.announce('templates', { clientId: store.clientId, id: saved });
        return current(store, saved);
      });
    },
    remove(store, operatorId, id) {
      const { version, updatedAt: _updatedAt, ...body } = current(store, id);
      insertVersion(store, { ...body, version: version + 1, removed: true, operatorId, now: clock.now() });
      changes.announce('templates', { clientId: store.clientId, id });
    },
    async render(store, operatorId, { id, conversationId }) {
      const { source, locale } = current(store, id);
      const facts = conversationFacts(store, conversationId);
      if (!facts) throw new LiaisonError('not-found', { detail: { what: 'conversation' } });
      const context = contextOf(facts, people(store, operatorId));
      return run(store, { source, locale, context, strict: false });
    },
    close: () => thread.close(),
  };
}

/** @throws LiaisonError `not-found` for one that was never there or has been removed */
function current(store: ClientStore, id: TemplateId): Template {
  const row = newestVersion(store, id);
  if (!row || row.removed === 1) throw new LiaisonError('not-found', { detail: { what: 'template' } });
  return present(row);
}

/** A shortcut means one template in each language. */
function mustBeFree(store: ClientStore, { id, body }: { id: TemplateId | null; body: TemplateBody }): void {
  const taken = listTemplates(store).some(
    (other) => other.id !== id && other.shortcut === body.shortcut && other.locale === body.locale,
  );
  if (taken) throw new LiaisonError('conflict', { detail: { what: 'template', name: body.shortcut } });
}
