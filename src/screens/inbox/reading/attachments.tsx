import { ActionIcon, Button, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment, Message } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { saveFile } from '../../../rpc/save-file.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './attachments.module.css';
import { isShown, useWarnings } from './file-words.ts';

const PreviewDialog = lazy(async () => ({
  default: (await import('./preview-dialog.tsx')).PreviewDialog,
}));

interface AttachmentsProps {
  readonly message: Message;
  readonly clientId: ClientId;
}

/** What came with a message: pictures and PDFs are shown here, everything else is saved, and nothing is ever run. */
export function Attachments({ message, clientId }: AttachmentsProps) {
  const { t } = useTranslation('reading');
  const trpc = useTRPC();
  const say = useFailureText();
  const [shown, setShown] = useState<Attachment | null>(null);
  const files = message.attachments.filter((file) => !file.inline);
  const told = {
    onSuccess: ({ path }: { path: string }) => saveFile(path),
    onError: (error: unknown) => notifications.show({ color: 'red', message: say(failureOf(error)) }),
  };
  const saving = useMutation(trpc.conversations.attachment.mutationOptions(told));
  const packing = useMutation(trpc.attachments.saveAll.mutationOptions(told));
  const { data: inside } = useQuery(
    trpc.attachments.inspect.queryOptions(
      { clientId, messageId: message.id },
      { enabled: files.length > 0, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const warningsOf = useWarnings(inside ?? []);
  const save = (file: Attachment) => {
    if (warningsOf(file).length > 0 && !window.confirm(t('file.saveDangerous'))) return;
    saving.mutate({ clientId, attachmentId: file.id });
  };
  const saveAll = () => {
    if (files.some((file) => warningsOf(file).length > 0) && !window.confirm(t('file.saveAllDangerous')))
      return;
    packing.mutate({ clientId, messageId: message.id });
  };
  const previewable = files.filter(isShown);
  if (files.length === 0) return null;
  return (
    <div className={classes['all']}>
      <ul className={classes['files']} aria-label={t('file.list')}>
        {files.map((file) => (
          <li key={file.id}>
            <OneFile
              file={file}
              warnings={warningsOf(file)}
              show={() => setShown(file)}
              save={() => save(file)}
            />
          </li>
        ))}
      </ul>
      {files.length > 1 && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Icon name="download" size={14} />}
          loading={packing.isPending}
          onClick={saveAll}
        >
          {t('file.saveAll', { count: files.length })}
        </Button>
      )}
      {shown && (
        <Suspense>
          <PreviewDialog
            clientId={clientId}
            files={previewable}
            first={shown}
            save={save}
            close={() => setShown(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

interface OneFileProps {
  readonly file: Attachment;
  readonly warnings: readonly string[];
  readonly show: () => void;
  readonly save: () => void;
}

function OneFile({ file, warnings, show, save }: OneFileProps) {
  const { t } = useTranslation('reading');
  const formats = useFormats();
  const name = file.name || t('file.noName');
  const canShow = isShown(file);
  return (
    <div className={classes['file']} data-dangerous={warnings.length > 0 || undefined}>
      <UnstyledButton className={classes['open']} title={name} onClick={canShow ? show : save}>
        <VisuallyHidden>{t(canShow ? 'file.show' : 'file.save')}</VisuallyHidden>
        <Icon name={warnings.length > 0 ? 'warning' : canShow ? 'image' : 'clip'} size={14} />
        <bdi>{name}</bdi>
        <span className={classes['quiet']}>{formats.size(file.size)}</span>
      </UnstyledButton>
      {canShow && (
        <ActionIcon variant="subtle" size="sm" aria-label={t('file.saveNamed', { name })} onClick={save}>
          <Icon name="download" size={14} />
        </ActionIcon>
      )}
      {warnings.map((warning) => (
        <span key={warning} className={classes['warning']}>
          {warning}
        </span>
      ))}
    </div>
  );
}
