import { Menu, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Macro } from '../../../../electron/shared/actions.ts';
import type { MacroId } from '../../../../electron/shared/ids.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import paneClasses from '../conversation/conversation-pane.module.css';
import type { ConversationRef } from '../inbox-place.ts';
import { MacroPreview } from './macro-preview.tsx';
import { useRunMacro } from './use-run-macro.ts';

interface MacroMenuProps {
  readonly at: ConversationRef;
  /** Another draft stands in the store: the composer takes it up. */
  readonly onDraftBack: () => void;
}

/** This client's macros: in a menu, where each shows what it would do, and in the palette. */
export function MacroMenu({ at, onDraftBack }: MacroMenuProps) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { data: macros = [] } = useQuery(trpc.macros.list.queryOptions({ clientId: at.clientId }));
  const [opened, setOpened] = useState(false);
  const previewId = useId();
  const [pointed, setPointed] = useState<MacroId | null>(null);
  const run = useRunMacro(at, onDraftBack);
  useCommands([
    ...(macros.length > 0
      ? [
          {
            id: 'macros',
            group: 'conversation' as const,
            label: t('macros.run'),
            keys: ['Q'],
            run: () => setOpened(true),
          },
        ]
      : []),
    ...macros.map((macro: Macro) => ({
      id: `macro-${macro.id}`,
      group: 'conversation' as const,
      label: t('macros.command', { name: macro.name }),
      run: () => run(macro),
    })),
  ]);
  if (macros.length === 0) return null;
  const shown = macros.find(({ id }) => id === pointed) ?? macros[0];
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton className={paneClasses['control']}>
          <Icon name="spark" size={14} />
          <span>{t('macros.title')}</span>
          <Icon name="down" size={12} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {macros.map((macro: Macro) => (
          <Menu.Item
            key={macro.id}
            onClick={() => run(macro)}
            aria-describedby={macro.id === shown?.id ? previewId : undefined}
            onFocus={() => setPointed(macro.id)}
            onPointerEnter={() => setPointed(macro.id)}
          >
            <bdi>{macro.name}</bdi>
          </Menu.Item>
        ))}
        {opened && shown && (
          <>
            <Menu.Divider />
            <MacroPreview id={previewId} at={at} macroId={shown.id} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
