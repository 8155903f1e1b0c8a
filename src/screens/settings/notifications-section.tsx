import { Button, Switch, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../electron/shared/ids.ts';
import type { NotificationChoices } from '../../../electron/shared/notifications.ts';
import { useSession } from '../../app/session.tsx';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { Choice } from './choice.tsx';
import { QuietHours } from './quiet-hours.tsx';
import classes from './settings.module.css';

const abouts = ['everything', 'mine'] as const;
const showings = ['nothing', 'client', 'customer'] as const;

/** What one is told of while one looks elsewhere: of which clients, when, and how much of it. */
export function NotificationsSection() {
  const { t } = useTranslation('desktop');
  const { preferences, clients, may } = useSession();
  const trpc = useTRPC();
  const prefer = useMutation(trpc.workspace.prefer.mutationOptions());
  const { notifications: choices } = preferences;
  const choose = (choice: Partial<NotificationChoices>) =>
    prefer.mutate({ ...preferences, notifications: { ...choices, ...choice } });
  const worked = clients.filter(({ id }) => may('conversations.work', id));
  const hear = (id: ClientId, heard: boolean) => {
    const others = choices.silent.filter((each) => each !== id);
    choose({ silent: heard ? others : [...others, id] });
  };
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('notifications.title')}</Title>
      <Switch
        label={t('notifications.on')}
        checked={choices.on}
        onChange={(event) => choose({ on: event.currentTarget.checked })}
      />
      <BrowserLeave />
      {choices.on && (
        <>
          <Choice
            label={t('notifications.about')}
            options={abouts.map((value) => ({ value, label: t(`notifications.choice.${value}`) }))}
            value={choices.about}
            choose={(about) => choose({ about })}
          />
          <Choice
            label={t('notifications.shows')}
            options={showings.map((value) => ({ value, label: t(`notifications.choice.${value}`) }))}
            value={choices.shows}
            choose={(shows) => choose({ shows })}
          />
          <Text c="dimmed">{t(`notifications.showsText.${choices.shows}`)}</Text>
          {worked.length > 0 && (
            <fieldset className={classes['plain']}>
              <legend>{t('notifications.clients')}</legend>
              {worked.map((client) => (
                <Switch
                  key={client.id}
                  label={
                    <span className={classes['marked']}>
                      <ClientMark client={client} named /> <bdi>{client.name}</bdi>
                    </span>
                  }
                  checked={!choices.silent.includes(client.id)}
                  onChange={(event) => hear(client.id, event.currentTarget.checked)}
                />
              ))}
            </fieldset>
          )}
          <QuietHours choices={choices} choose={choose} />
        </>
      )}
      {prefer.error && <FailureNotice failure={failureOf(prefer.error)} />}
    </section>
  );
}

/** A browser asks its user, and only on their word. */
function BrowserLeave() {
  const { t } = useTranslation('desktop');
  const [leave, setLeave] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  if (window.liaisonDesktop || leave === 'granted') return null;
  if (leave === 'denied') return <Text c="dimmed">{t('notifications.denied')}</Text>;
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        onClick={() => void Notification.requestPermission().then(setLeave)}
      >
        {t('notifications.allow')}
      </Button>
    </div>
  );
}
