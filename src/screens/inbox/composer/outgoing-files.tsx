import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import classes from './composer.module.css';

interface OutgoingFilesProps {
  readonly files: readonly OutgoingAttachment[];
  readonly pending: number;
  readonly remove: (file: OutgoingAttachment) => void;
}

export function OutgoingFiles({ files, pending, remove }: OutgoingFilesProps) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  if (files.length === 0 && pending === 0) return null;
  return (
    <ul className={classes['files']} aria-label={t('attachment.list')}>
      {files.map((file) => (
        <li key={file.id}>
          <Icon name="clip" size={12} />
          <bdi>{file.name}</bdi>
          <span>{formats.size(file.size)}</span>
          <CloseButton
            size={20}
            iconSize={12}
            aria-label={t('attachment.remove', { name: file.name })}
            onClick={() => remove(file)}
          />
        </li>
      ))}
      {pending > 0 && <li role="status">{t('attachment.pending', { count: pending })}</li>}
    </ul>
  );
}
