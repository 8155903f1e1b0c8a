import type { ChannelKind } from '../../../../electron/shared/channels.ts';
import type { Template, TemplateBody, TemplateVariant } from '../../../../electron/shared/templates.ts';

/** What a form begins with. */
export const bodyOf = (template: Template | null, locale: string): TemplateBody =>
  template
    ? {
        name: template.name,
        shortcut: template.shortcut,
        locale: template.locale,
        source: template.source,
        variants: template.variants,
        folder: template.folder,
        tags: template.tags,
        attachmentIds: template.attachmentIds,
        expiresOn: template.expiresOn,
      }
    : {
        ...{ name: '', shortcut: '', locale, source: '', variants: [] },
        ...{ folder: '', tags: [], attachmentIds: [], expiresOn: null },
      };

/** The main text is 0; the variants follow. */
export const textAt = (body: TemplateBody, index: number): TemplateVariant =>
  body.variants[index - 1] ?? { locale: body.locale, channel: null, source: body.source };

/** The body with one text said differently. */
export const withText = (
  body: TemplateBody,
  { index, source }: { index: number; source: string },
): TemplateBody =>
  index === 0
    ? { ...body, source }
    : {
        ...body,
        variants: body.variants.map((variant, at) => (at === index - 1 ? { ...variant, source } : variant)),
      };

export const hasText = (
  body: TemplateBody,
  { locale, channel }: { locale: string; channel: ChannelKind | null },
): boolean =>
  [{ locale: body.locale, channel: null }, ...body.variants].some(
    (text) => text.locale === locale && text.channel === channel,
  );
