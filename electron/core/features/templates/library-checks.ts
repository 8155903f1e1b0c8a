import { LiaisonError } from '../../../shared/errors.ts';
import type { TemplateId } from '../../../shared/ids.ts';
import type { TemplateBody } from '../../../shared/templates.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { listFiles } from './file-queries.ts';
import { bodyOf, listNewest } from './queries.ts';
import { textsOf, twinTexts } from './variant-rules.ts';

/** One text for each language and channel. @throws LiaisonError `invalid-input` naming the second */
export function mustBeOne(body: TemplateBody): void {
  const twin = twinTexts(body);
  if (twin) throw new LiaisonError('invalid-input', { detail: { path: 'variants', locale: twin.locale } });
}

/** A shortcut means one template in each language. @throws LiaisonError `conflict` naming the shortcut */
export function mustBeFree(
  store: ClientStore,
  { id, body }: { id: TemplateId | null; body: TemplateBody },
): void {
  const own = localesOf(body);
  const taken = listNewest(store).some(
    (other) =>
      other.id !== id &&
      other.shortcut === body.shortcut &&
      localesOf(bodyOf(other)).some((locale) => own.includes(locale)),
  );
  if (taken) throw new LiaisonError('conflict', { detail: { what: 'template', name: body.shortcut } });
}

/** Only files of this client's own templates. @throws LiaisonError `wrong-client` */
export function mustHaveFiles(store: ClientStore, { attachmentIds }: TemplateBody): void {
  if (attachmentIds.length === 0) return;
  const known = new Set(listFiles(store).map(({ id }) => id));
  if (!attachmentIds.every((id) => known.has(id)))
    throw new LiaisonError('wrong-client', { detail: { what: 'attachment' } });
}

export const localesOf = (body: Pick<TemplateBody, 'locale' | 'source' | 'variants'>): readonly string[] =>
  textsOf(body).map(({ locale }) => locale.toLowerCase());
