import type { Client } from '../../../shared/clients.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ClientId, OperatorId } from '../../../shared/ids.ts';
import type { RenderedTemplate, TemplateBody } from '../../../shared/templates.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Operators } from '../operators/service.ts';
import type { RenderAnswer, RenderContext, RenderJob } from './render-job.ts';
import { createRenderThread } from './render-thread.ts';
import { type People, sampleContext } from './rules.ts';
import { textsOf } from './variant-rules.ts';

type Filled = Pick<RenderJob, 'source' | 'locale' | 'context' | 'strict'>;

/** What texts are filled with of a client. */
export type FilledClient = Pick<Client, 'id' | 'name' | 'languages' | 'timeZone'>;

/** Fills texts in the worker, with the client's name and time zone. */
export interface Rendering {
  clientOf(id: ClientId): FilledClient;
  /** Nobody's words: without an operator. */
  people(store: ClientStore, operatorId: OperatorId | null): People;
  /** What comes of it, a failure included. */
  tryOut(store: ClientStore, job: Filled): Promise<RenderAnswer>;
  /** @throws LiaisonError `template-invalid` with line and reason */
  run(store: ClientStore, job: Filled): Promise<RenderedTemplate>;
  /** Fills every text of a template for a made-up customer. @throws LiaisonError `template-invalid` naming the text */
  mustRender(store: ClientStore, operatorId: OperatorId, body: TemplateBody): Promise<void>;
  preview(
    store: ClientStore,
    operatorId: OperatorId,
    template: Pick<TemplateBody, 'source' | 'locale'>,
  ): Promise<RenderedTemplate>;
  close(): Promise<void>;
}

export function createRendering(options: {
  clock: Clock;
  operators: Pick<Operators, 'find'>;
  clients: { list(): readonly FilledClient[] };
  worker: URL;
}): Rendering {
  const { clock, operators, clients } = options;
  const thread = createRenderThread(options.worker);

  function clientOf(id: ClientId): FilledClient {
    const client = clients.list().find((each) => each.id === id);
    if (!client) throw new LiaisonError('not-found', { detail: { what: 'client' } });
    return client;
  }
  const people: Rendering['people'] = (store, operatorId) => ({
    client: clientOf(store.clientId),
    operator: operatorId && operators.find(operatorId),
  });
  const tryOut: Rendering['tryOut'] = (store, job) => {
    const { timeZone } = clientOf(store.clientId);
    return thread.render({ ...job, timeZone, now: clock.now(), format: 'text' });
  };
  const run: Rendering['run'] = async (store, job) => {
    const answer = await tryOut(store, job);
    if (answer.kind === 'failed')
      throw new LiaisonError('template-invalid', { detail: { ...answer.problem, locale: job.locale } });
    return { text: answer.text, unfilled: answer.unfilled };
  };
  const sample = (store: ClientStore, operatorId: OperatorId): RenderContext =>
    sampleContext(people(store, operatorId));

  return {
    clientOf,
    people,
    tryOut,
    run,
    async mustRender(store, operatorId, body) {
      const context = sample(store, operatorId);
      for (const { source, locale } of textsOf(body))
        await run(store, { source, locale, context, strict: true });
    },
    preview: (store, operatorId, { source, locale }) =>
      run(store, { source, locale, strict: true, context: sample(store, operatorId) }),
    close: () => thread.close(),
  };
}
