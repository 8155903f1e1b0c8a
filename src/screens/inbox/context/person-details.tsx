import { ActionIcon, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Known, Person } from '../../../../electron/shared/contacts.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import classes from './context-pane.module.css';
import { languageName } from '../../../i18n/language-name.ts';

interface PersonDetailsProps {
  readonly person: Person;
  readonly client: Client;
  /** When the open conversation began. */
  readonly since: string;
  /** Absent where nothing may be changed. */
  readonly edit?: () => void;
  readonly merge?: () => void;
}

/** What a customer is called, by what they are reached, and what is known of them; a guess says that it is one. */
export function PersonDetails({ person, client, since, edit, merge }: PersonDetailsProps) {
  const { t, i18n } = useTranslation('contacts');
  const formats = useFormats();
  const now = useNow();
  const nowAt = new Date(now).toISOString();
  return (
    <section>
      <div className={classes['head']}>
        <h2>
          <bdi>{person.name || person.addresses[0]}</bdi>
        </h2>
        {edit && merge && <Actions edit={edit} merge={merge} />}
      </div>
      {person.otherNames.length > 0 && (
        <p className={classes['quiet']}>
          {t('alsoCalled')} <bdi>{formats.list(person.otherNames)}</bdi>
        </p>
      )}
      <ul className={classes['addresses']}>
        {[...person.addresses, ...person.phones].map((each) => (
          <li key={each}>
            <bdi dir="ltr">{each}</bdi>
          </li>
        ))}
      </ul>
      <dl>
        <Line label={t('customerOf')}>
          <bdi>{client.name}</bdi>
        </Line>
        {person.language && (
          <Line label={t('language')}>
            {languageName(person.language.value, i18n.language)}
            <Guess known={person.language} />
          </Line>
        )}
        {person.timeZone && (
          <Line label={t('localTime')}>
            <span title={person.timeZone.value}>{formats.shortTime(nowAt, now, person.timeZone.value)}</span>
            <Guess known={person.timeZone} />
          </Line>
        )}
        <Line label={t('clientTime')}>{formats.shortTime(nowAt, now, client.timeZone)}</Line>
        <Line label={t('since')}>
          <span title={formats.exactTime(since, client.timeZone)}>{formats.shortTime(since, now)}</span>
        </Line>
        {person.fields
          .filter(({ value }) => value !== '')
          .map((field) => (
            <Line key={field.id} label={<bdi>{field.name}</bdi>}>
              <bdi>{field.value}</bdi>
            </Line>
          ))}
      </dl>
    </section>
  );
}

function Line({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Guess({ known }: { readonly known: Known }) {
  const { t } = useTranslation('contacts');
  if (known.by === 'set') return null;
  return <small className={classes['guess']}>{t(`guess.${known.by}`)}</small>;
}

function Actions({ edit, merge }: { readonly edit: () => void; readonly merge: () => void }) {
  const { t } = useTranslation('contacts');
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('actions')}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="write" size={14} />} onClick={edit}>
          {t('edit.open')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="person" size={14} />} onClick={merge}>
          {t('merge.open')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
