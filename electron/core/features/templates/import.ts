import type { OperatorId } from '../../../shared/ids.ts';
import { isLanguageTag } from '../../../shared/languages.ts';
import type { ImportPlan, ImportSource, ImportTemplates } from '../../../shared/template-import.ts';
import { TemplateBody } from '../../../shared/templates.ts';
import { decodeText } from '../../decode-text.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { type ForeignLine, readForeign } from './foreign-reply-rules.ts';
import { translateText } from './foreign-text-rules.ts';
import { planImport, type PreparedLine } from './import-plan-rules.ts';
import type { Library } from './library.ts';
import { bodyOf, listNewest } from './queries.ts';
import type { Rendering } from './rendering.ts';

/** Canned replies of other desks. */
export interface TemplateImport {
  /** What an import would do, and nothing else. @throws LiaisonError `file-unreadable` */
  planImport(store: ClientStore, file: ImportTemplates): Promise<ImportPlan>;
  /**
   * Does what the plan says, all or nothing, and gives the plan. `null`: nobody's, from the command line.
   *
   * @throws LiaisonError `file-unreadable`
   */
  import(store: ClientStore, operatorId: OperatorId | null, file: ImportTemplates): Promise<ImportPlan>;
}

export function createImport(options: { rendering: Rendering; bringIn: Library['bringIn'] }): TemplateImport {
  const { rendering, bringIn } = options;

  async function isReadable(store: ClientStore, source: string, locale: string): Promise<boolean> {
    const answer = await rendering.tryOut(store, { source, locale, context: {}, strict: true });
    return answer.kind === 'rendered';
  }
  /** Tags that don't fit together would keep a reply out: then they become placeholders. */
  async function prepare(
    store: ClientStore,
    line: ForeignLine,
    { source: from, locale }: { source: ImportSource; locale: string },
  ): Promise<PreparedLine> {
    if ('refused' in line) return line;
    const clean = cleanText(line.text);
    const text = translateText(clean, { from });
    if (text.source === '' || (await isReadable(store, text.source, locale)))
      return { reply: line, text, readable: true };
    const plain = translateText(clean, { from, plainly: true });
    return { reply: line, text: plain, readable: await isReadable(store, plain.source, locale) };
  }
  async function plan(store: ClientStore, file: ImportTemplates): Promise<ImportPlan> {
    const { source } = file;
    const own = rendering.clientOf(store.clientId).languages.find(isLanguageTag);
    const locale = file.locale ?? own ?? 'en';
    const prepared: PreparedLine[] = [];
    for (const line of readForeign(source, decodeText(Buffer.from(file.base64, 'base64'))))
      prepared.push(await prepare(store, line, { source, locale }));
    return planImport({ source, prepared, standing: listNewest(store).map(bodyOf), locale });
  }

  return {
    planImport: plan,
    async import(store, operatorId, file) {
      const planned = await plan(store, file);
      const coming = planned.lines.filter(({ outcome }) => outcome === 'new' || outcome === 'renamed');
      bringIn(
        store,
        operatorId,
        coming.map((line) => ({ body: TemplateBody.parse(line), state: line.state })),
      );
      return planned;
    },
  };
}

/** Line ends are ours, and characters that no text has are gone. */
const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
