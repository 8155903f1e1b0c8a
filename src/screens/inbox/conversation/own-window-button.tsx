import { ActionIcon, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands/commands.ts';
import { openOwnWindow, ownWindowHere } from '../../../app/window/own-window.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import type { ConversationRef } from '../inbox-place.ts';

/** Puts the conversation into a window of its own, unless it stands in one. */
export function OwnWindowButton({ at }: { readonly at: ConversationRef }) {
  const { t } = useTranslation();
  const isOwn = ownWindowHere() !== null;
  const label = t('window.open');
  const open = () => openOwnWindow(at);
  useCommands(
    isOwn ? [] : [{ id: 'own-window', group: 'conversation', label, keys: ['Shift+O'], run: open }],
  );
  if (isOwn) return null;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" aria-label={label} onClick={open}>
        <Icon name="window" mirrored />
      </ActionIcon>
    </Tooltip>
  );
}
