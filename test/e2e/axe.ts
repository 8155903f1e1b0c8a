import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

interface Scope {
  /** All rules of axe, unless some are named by their tags. */
  readonly tags?: readonly string[];
  /** Only what stands in here. */
  readonly within?: string;
  /** The mail in its frame is not ours to judge. */
  readonly exceptMail?: boolean;
}

/** What axe finds wrong with what stands there: each element by rule, with what to mend. */
export async function violations(
  page: Page,
  { tags, within, exceptMail = false }: Scope = {},
): Promise<string[]> {
  // Of what is right, one example is enough: naming every element of it takes longer than judging them.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (tags) axe.withTags([...tags]);
  if (within) axe.include(within);
  if (exceptMail) axe.exclude('iframe');
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}
