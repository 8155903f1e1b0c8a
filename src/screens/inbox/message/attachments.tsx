import { UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { saveFile } from '../../../rpc/save-file.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './message-card.module.css';

interface AttachmentsProps {
  readonly attachments: readonly Attachment[];
  readonly clientId: ClientId;
}

/** What came with a message, to be saved; Liaison opens none of it, and warns of programs. */
export function Attachments({ attachments, clientId }: AttachmentsProps) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const trpc = useTRPC();
  const say = useFailureText();
  const save = useMutation(
    trpc.conversations.attachment.mutationOptions({
      onSuccess: ({ path }) => saveFile(path),
      onError: (error) => notifications.show({ color: 'red', message: say(failureOf(error)) }),
    }),
  );
  const shown = attachments.filter((attachment) => !attachment.inline);
  if (shown.length === 0) return null;
  return (
    <ul className={classes['files']} aria-label={t('attachment.list')}>
      {shown.map((attachment) => (
        <li key={attachment.id}>
          <UnstyledButton
            className={classes['file']}
            data-dangerous={attachment.dangerous || undefined}
            title={attachment.dangerous ? t('attachment.dangerous') : attachment.name}
            onClick={() => {
              if (attachment.dangerous && !window.confirm(t('attachment.saveDangerous'))) return;
              save.mutate({ clientId, attachmentId: attachment.id });
            }}
          >
            <Icon name={attachment.dangerous ? 'warning' : 'clip'} size={14} />
            <bdi>{attachment.name}</bdi>
            <span className={classes['quiet']}>{formats.size(attachment.size)}</span>
            {attachment.dangerous && <span className={classes['badge']}>{t('attachment.warning')}</span>}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
