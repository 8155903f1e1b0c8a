import { Button, CloseButton, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ErrorShape } from '../../../../electron/shared/errors.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import type { OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import { readBase64 } from '../../../components/files/read-base64.ts';
import voice from '../voice.module.css';
import classes from './templates.module.css';

/** 25 MB: what most mail servers take. */
const largestFile = 25 * 1024 * 1024;

interface TemplateFilesFieldProps {
  readonly clientId: ClientId;
  readonly files: readonly OutgoingAttachment[];
  readonly onChange: (files: readonly OutgoingAttachment[]) => void;
}

/** Files that go out with the template. */
export function TemplateFilesField({ clientId, files, onChange }: TemplateFilesFieldProps) {
  const { t } = useTranslation('templates');
  const formats = useFormats();
  const rpc = useTRPCClient();
  const add = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      const added: OutgoingAttachment[] = [];
      for (const file of chosen) {
        const base64 = file.size > largestFile ? null : await readBase64(file);
        if (base64 === null)
          throw new UnfitFile(file.size > largestFile ? 'file-too-large' : 'file-unreadable');
        added.push(await rpc.templates.attach.mutate({ clientId, name: file.name, type: file.type, base64 }));
      }
      return added;
    },
    onSuccess: (added) => onChange([...files, ...added]),
  });
  const failure = add.error instanceof UnfitFile ? add.error.shape : add.error && failureOf(add.error);
  return (
    <section className={classes['files']} aria-label={t('files.name')}>
      <h2>{t('files.name')}</h2>
      <p className={voice['quiet']}>{t('files.text')}</p>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <Icon name="clip" size={12} />
            <bdi>{file.name}</bdi>
            <span className={voice['quiet']}>{formats.size(file.size)}</span>
            <CloseButton
              size="xs"
              aria-label={t('files.remove', { name: file.name })}
              onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
            />
          </li>
        ))}
      </ul>
      <FileButton multiple onChange={(chosen) => add.mutate(chosen)}>
        {(button) => (
          <Button
            size="xs"
            variant="default"
            loading={add.isPending}
            disabled={files.length >= 10}
            {...button}
          >
            {t('files.add')}
          </Button>
        )}
      </FileButton>
      {failure && <FailureNotice failure={failure} />}
    </section>
  );
}

class UnfitFile extends Error {
  readonly shape: ErrorShape;
  constructor(code: 'file-too-large' | 'file-unreadable') {
    super(code);
    this.shape = { code, retry: 'never', effect: 'none', detail: {} };
  }
}
