import { ActionIcon, Menu } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../electron/shared/conversations.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import type { ConversationRef } from '../inbox-place.ts';
import { useCorrections } from './use-corrections.tsx';

const TargetDialog = lazy(async () => ({ default: (await import('./target-dialog.tsx')).TargetDialog }));

interface MessageMenuProps {
  readonly at: ConversationRef;
  readonly message: Message;
  /** All of the conversation, oldest first. */
  readonly messages: readonly Message[];
}

/** Where a message belongs, put right. */
export function MessageMenu({ at, message, messages }: MessageMenuProps) {
  const { t } = useTranslation('corrections');
  const corrections = useCorrections(at);
  const [choosing, setChoosing] = useState(false);
  const place = messages.indexOf(message);
  const isMail = ({ kind }: Message) => kind !== 'note';
  const fromHere = messages.slice(place);
  const maySplit = messages.slice(0, place).some(isMail) && fromHere.some(isMail);
  const maySplitAlone = isMail(message) && messages.some((each) => each !== message && isMail(each));
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" size="sm" aria-label={t('messageMenu')} loading={corrections.isBusy}>
            <Icon name="more" size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!maySplit} onClick={() => corrections.split(fromHere.map(({ id }) => id))}>
            {t('split.from')}
          </Menu.Item>
          <Menu.Item disabled={!maySplitAlone} onClick={() => corrections.split([message.id])}>
            {t('split.only')}
          </Menu.Item>
          <Menu.Item onClick={() => setChoosing(true)}>{t('move.open')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {choosing && (
        <Suspense fallback={null}>
          <TargetDialog
            at={at}
            kind="move"
            choose={(target) => corrections.move([message.id], target)}
            close={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </>
  );
}
