import { ActionIcon, Menu } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../../electron/shared/conversations.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import type { ConversationRef } from '../inbox-place.ts';
import { useCorrections } from './use-corrections.tsx';

const TargetDialog = lazy(async () => ({ default: (await import('./target-dialog.tsx')).TargetDialog }));

interface ConversationMenuProps {
  readonly at: ConversationRef;
  readonly conversation: Pick<Conversation, 'messages'>;
}

/** What is done to a conversation as a whole, and now and then. */
export function ConversationMenu({ at, conversation }: ConversationMenuProps) {
  const { t } = useTranslation('corrections');
  const corrections = useCorrections(at);
  const [choosing, setChoosing] = useState<'merge' | 'move' | null>(null);
  const mail = conversation.messages.filter(({ kind }) => kind !== 'note');
  const newest = mail.at(-1);
  useCommands([
    {
      id: 'merge',
      group: 'conversation',
      label: t('merge.open'),
      keys: ['Shift+M'],
      run: () => setChoosing('merge'),
    },
    ...(newest && mail.length > 1
      ? ([
          {
            id: 'split-newest',
            group: 'conversation',
            label: t('split.newest'),
            keys: ['Shift+S'],
            run: () => corrections.split([newest.id]),
          },
          {
            id: 'move-newest',
            group: 'conversation',
            label: t('move.newest'),
            keys: ['Shift+V'],
            run: () => setChoosing('move'),
          },
        ] as const)
      : []),
  ]);
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('menu')} loading={corrections.isBusy}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setChoosing('merge')}>{t('merge.open')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {choosing && (
        <Suspense fallback={null}>
          <TargetDialog
            at={at}
            kind={choosing}
            choose={(target) => {
              if (choosing === 'merge') corrections.merge(target);
              else if (newest) corrections.move([newest.id], target);
            }}
            close={() => setChoosing(null)}
          />
        </Suspense>
      )}
    </>
  );
}
