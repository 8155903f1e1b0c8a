import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import classes from './composer.module.css';

interface OutgoingFilesProps {
  readonly files: readonly OutgoingAttachment[];
  readonly pending: number;
  /** Bytes that the whole message will have, and that the server takes, where it has said. */
  readonly size: number;
  readonly maximumSize: number | null;
  readonly remove: (file: OutgoingAttachment) => void;
}

export function OutgoingFiles({ files, pending, size, maximumSize, remove }: OutgoingFilesProps) {
  const { t } = useTranslation('inbox');
  const composing = useTranslation('composing');
  const formats = useFormats();
  if (files.length === 0 && pending === 0) return null;
  return (
    <ul className={classes['files']} aria-label={t('attachment.list')}>
      {files.map((file) => (
        <li key={file.id}>
          <Icon name={file.dangerous ? 'warning' : 'clip'} size={12} />
          <bdi>{file.name}</bdi>
          <span>{formats.size(file.size)}</span>
          {file.dangerous && <span>{composing.t('file.dangerous')}</span>}
          <CloseButton
            size={20}
            iconSize={12}
            aria-label={t('attachment.remove', { name: file.name })}
            onClick={() => remove(file)}
          />
        </li>
      ))}
      {maximumSize !== null && files.length > 0 && (
        <li data-over={size > maximumSize || undefined}>
          {composing.t('file.total', { size: formats.size(size) })} ·{' '}
          {composing.t('file.limit', { limit: formats.size(maximumSize) })}
        </li>
      )}
      {pending > 0 && <li role="status">{t('attachment.pending', { count: pending })}</li>}
    </ul>
  );
}
