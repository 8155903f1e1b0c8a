import type { OperatorId, TemplateId } from '../../../shared/ids.ts';
import type {
  AwkwardCustomer,
  PreflightFinding,
  PreflightLine,
  PreflightReport,
} from '../../../shared/template-preflight.ts';
import { preflightKinds } from '../../../shared/template-preflight.ts';
import type { TemplateVariant } from '../../../shared/templates.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { awkwardContexts } from './awkward-rules.ts';
import { findingsOf } from './preflight-rules.ts';
import type { Rendering } from './rendering.ts';
import type { Shelf, UsableVersion } from './shelf.ts';
import { textsOf } from './variant-rules.ts';

/**
 * Renders every text of every template (or of one) for every awkward customer: of the version that is offered, and of the
 * newest where that waits to be.
 */
export type Preflight = (
  store: ClientStore,
  operatorId: OperatorId,
  only: TemplateId | null,
) => Promise<PreflightReport>;

export function createPreflight({ rendering, shelf }: { rendering: Rendering; shelf: Shelf }): Preflight {
  async function look(store: ClientStore, text: TemplateVariant, context: Customer['context']) {
    const answer = await rendering.tryOut(store, {
      source: text.source,
      locale: text.locale,
      context,
      strict: true,
    });
    if (answer.kind === 'rendered') return findingsOf({ ...answer, locale: text.locale });
    const { reason, detail } = answer.problem;
    return [{ kind: 'failed' as const, excerpt: `${reason}: ${detail}` }];
  }

  return async (store, operatorId, only) => {
    const customers = awkwardContexts(rendering.people(store, operatorId));
    const versions = shelf
      .usable(store, operatorId)
      .filter(({ template }) => only === null || template.id === only);
    const lines: PreflightLine[] = [];
    let texts = 0;
    for (const version of versions) {
      for (const text of textsOf(version.body)) {
        texts += 1;
        const found = new Gathering();
        for (const { customer, context } of customers)
          for (const finding of await look(store, text, context)) found.add(finding, customer);
        lines.push(...found.lines(version, text));
      }
    }
    const templates = new Set(versions.map(({ template }) => template.id)).size;
    return { templates, texts, renders: texts * customers.length, lines };
  };
}

type Customer = ReturnType<typeof awkwardContexts>[number];

/** The same finding for several customers is one line. */
class Gathering {
  readonly #found = new Map<string, PreflightFinding & { customers: AwkwardCustomer[] }>();

  add(finding: PreflightFinding, customer: AwkwardCustomer): void {
    const key = `${finding.kind} ${finding.excerpt}`;
    const known = this.#found.get(key) ?? { ...finding, customers: [] };
    if (!known.customers.includes(customer)) known.customers.push(customer);
    this.#found.set(key, known);
  }

  /** Worst kind first. */
  lines(
    { template: { id }, body: { name, shortcut }, version, isOffered }: UsableVersion,
    { locale, channel }: TemplateVariant,
  ): PreflightLine[] {
    return [...this.#found.values()]
      .toSorted((a, b) => preflightKinds.indexOf(a.kind) - preflightKinds.indexOf(b.kind))
      .map((found) => ({ ...found, templateId: id, version, isOffered, name, shortcut, locale, channel }));
  }
}
