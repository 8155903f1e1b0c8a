import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusBack, useFocusBack } from '../../components/dialog/focus-back.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { useAllCommands, useRunCommand } from '../commands/commands.ts';
import { groupsOffered } from '../commands/offer-rules.ts';
import { ShownKeys } from '../commands/shown-keys.tsx';

/** Every action with its key beside it. */
export function Palette({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const commands = useAllCommands();
  const run = useRunCommand();
  const [[store, spotlight]] = useState(createSpotlight);
  useEffect(() => spotlight.open(), [spotlight]);
  useFocusBack();
  const groups = groupsOffered.map((group) => ({
    group: t(`commands.${group}`),
    actions: commands
      .filter((command) => command.group === group && !command.hidden)
      .map((command) => ({
        id: command.id,
        label: command.label,
        // What it opens gives the keyboard back to where it is then: to where one was at work, not to what goes with us.
        onClick: () => {
          focusBack();
          run(command.id);
        },
        rightSection: command.keys?.[0] ? <ShownKeys keys={command.keys[0]} /> : null,
      })),
  }));
  return (
    <Spotlight
      store={store}
      actions={groups.filter((group) => group.actions.length > 0)}
      shortcut={null}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('palette.nothing')}
      onSpotlightClose={close}
      attributes={{ content: { 'aria-label': t('palette.placeholder') } }}
      searchProps={{
        leftSection: <Icon name="search" />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}
