import { Anchor } from '@mantine/core';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAllCommands } from '../commands/commands.ts';
import { ShownKeys } from '../commands/shown-keys.tsx';
import { places } from '../places.ts';
import { useSession } from '../session.tsx';
import classes from './key-sheet.module.css';

const order = ['list', 'conversation', 'reply', 'go', 'app'] as const;

/** The keys that work right now, whatever set or own keys the operator has chosen. */
export function KeySheet({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const { t: keys } = useTranslation('keys');
  const { preferences } = useSession();
  const commands = useAllCommands().filter((command) => command.keys?.length);
  return (
    <Dialog
      onClose={close}
      title={t('keys.title')}
      size={720}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className={classes['set']}>
        {keys('sheet.set', { set: keys(`sets.${preferences.keys.set}`) })}{' '}
        <Anchor underline="always" component={Link} href={`${places.settings}/keys`} onClick={close}>
          {keys('sheet.change')}
        </Anchor>
      </p>
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
                      {command.keys?.map((each) => (
                        <ShownKeys key={each} keys={each} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
