import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentInside } from '../../../../electron/shared/attachments.ts';
import type { Attachment } from '../../../../electron/shared/conversations.ts';
import { useFormats } from '../../../i18n/use-formats.ts';

/** Pictures and PDFs that nothing speaks against: by the type or, where that says nothing, by the name. */
export const isShown = ({ type, name, dangerous }: Attachment): boolean =>
  !dangerous &&
  (/^(?:image\/(?:png|jpe?g|gif|webp)|application\/(?:x-)?pdf)\b/i.test(type) ||
    (/^application\/octet-stream\b/i.test(type) && /\.(?:png|jpe?g|gif|webp|pdf)$/i.test(name)));

/** Why a file may do harm, in words; empty where nothing speaks against it. */
export function useWarnings(inside: readonly AttachmentInside[]): (file: Attachment) => readonly string[] {
  const { t } = useTranslation('reading');
  const formats = useFormats();
  return useCallback(
    (file) => {
      const found = inside.find((each) => each.id === file.id);
      return [
        ...(file.danger ? [t(`danger.${file.danger}`)] : []),
        ...(found?.found && found.found !== file.danger ? [t(`inside.${found.found}`)] : []),
        ...(found && found.dangerous.length > 0
          ? [t('inside.holds', { names: formats.list(found.dangerous) })]
          : []),
      ];
    },
    [t, formats, inside],
  );
}
