import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../../components/key-caps/key-caps.tsx';
import { useAllCommands } from '../commands/commands.ts';
import { caps } from '../commands/keys.ts';
import classes from './key-sheet.module.css';

const order = ['list', 'conversation', 'reply', 'go', 'app'] as const;

/** The keys that work right now. */
export function KeySheet({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const commands = useAllCommands().filter((command) => command.keys?.length);
  return (
    <Modal
      opened
      onClose={close}
      title={t('keys.title')}
      size={720}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes['sheet']}>
        {order
          .map((group) => ({ group, list: commands.filter((command) => command.group === group) }))
          .filter(({ list }) => list.length > 0)
          .map(({ group, list }) => (
            <section key={group}>
              <h3>{t(`commands.${group}`)}</h3>
              <dl>
                {list.map((command) => (
                  <div key={command.id}>
                    <dt>{command.label}</dt>
                    <dd>
                      {command.keys?.map((keys) => (
                        <KeyCaps key={keys} caps={caps(keys)} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Modal>
  );
}
