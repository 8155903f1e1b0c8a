import { Switch, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './settings.module.css';

/** How the desktop's window begins, and what closing it means. */
export function WindowSection() {
  const { t } = useTranslation('desktop');
  const { preferences } = useSession();
  const trpc = useTRPC();
  const prefer = useMutation(trpc.workspace.prefer.mutationOptions());
  const { desktop } = preferences;
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('window.title')}</Title>
      {(['startMinimised', 'closeToTray'] as const).map((name) => (
        <Switch
          key={name}
          label={t(`window.${name}`)}
          description={t(`window.${name}Text`)}
          checked={desktop[name]}
          onChange={(event) =>
            prefer.mutate({ ...preferences, desktop: { ...desktop, [name]: event.currentTarget.checked } })
          }
        />
      ))}
    </section>
  );
}
