import type { OperatorId } from '../../../shared/ids.ts';
import type { RenderedTemplate, TemplateBody, TemplateEffect } from '../../../shared/templates.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Operators } from '../operators/service.ts';
import type { Outbox } from '../outbox/service.ts';
import { effectsOf } from './effect-rules.ts';
import { createTemplateFiles, type TemplateFiles } from './files.ts';
import { createImport, type TemplateImport } from './import.ts';
import { createLibrary, type Library } from './library.ts';
import { createOffering, type Offering } from './offering.ts';
import { createPreflight, type Preflight } from './preflight.ts';
import { createRendering, type FilledClient } from './rendering.ts';
import { createShelf } from './shelf.ts';
import { listRatings, listResolutions, listUses } from './use-queries.ts';

export type { FilledTemplate } from './offering.ts';

/** A client's templates: written and approved (`Library`), offered in composers (`Offering`), tried out and measured. */
export interface Templates
  extends Omit<Library, 'bringIn'>, Offering, TemplateImport, Pick<TemplateFiles, 'attach'> {
  /** Fills a text that is not saved yet for a made-up customer. @throws LiaisonError `template-invalid` */
  preview(
    store: ClientStore,
    operatorId: OperatorId,
    template: Pick<TemplateBody, 'source' | 'locale'>,
  ): Promise<RenderedTemplate>;
  /** Every text for every awkward customer; `only` one template, or all. */
  readonly preflight: Preflight;
  /** What came after replies with each template that was ever used, by template. */
  effects(store: ClientStore): readonly TemplateEffect[];
  /** Ends the worker. */
  close(): Promise<void>;
}

export function createTemplates(options: {
  clock: Clock;
  changes: Changes;
  operators: Pick<Operators, 'find'>;
  clients: { list(): readonly FilledClient[] };
  outbox: Pick<Outbox, 'attach'>;
  worker: URL;
}): Templates {
  const { clock, changes, outbox } = options;
  const rendering = createRendering(options);
  const shelf = createShelf({ clock, rendering });
  const files = createTemplateFiles({ clock, outbox });
  const { bringIn, ...library } = createLibrary({ clock, changes, rendering, shelf });

  return {
    ...library,
    ...createOffering({ rendering, shelf, files }),
    ...createImport({ rendering, bringIn }),
    attach: files.attach,
    preview: rendering.preview,
    preflight: createPreflight({ rendering, shelf }),
    effects: (store) =>
      effectsOf({
        uses: listUses(store),
        resolutions: listResolutions(store),
        ratings: listRatings(store),
        now: clock.now(),
      }),
    close: rendering.close,
  };
}
