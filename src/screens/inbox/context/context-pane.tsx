import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './context-pane.module.css';

interface ContextPaneProps {
  readonly at: ConversationRef;
  readonly show: (to: ConversationRef) => void;
}

/** Who the customer is to this client, and what was said before. */
export function ContextPane({ at, show }: ContextPaneProps) {
  const { t } = useTranslation('inbox');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.conversations.read.queryOptions(at));
  const { clientOf } = useSession();
  const formats = useFormats();
  const now = useNow();
  const client = clientOf(at.clientId);
  if (!data) return <aside className={classes['pane']} aria-label={t('context.name')} />;
  const { contact } = data;
  const language = contact.language && languageName(contact.language, document.documentElement.lang);
  return (
    <aside className={classes['pane']} aria-label={t('context.name')}>
      <section>
        <h2>
          <bdi>{contact.name || contact.identities[0]?.address}</bdi>
        </h2>
        <ul className={classes['addresses']}>
          {contact.identities.map((identity) => (
            <li key={identity.address}>
              <bdi>{identity.address}</bdi>
            </li>
          ))}
        </ul>
        <dl>
          {client && (
            <div>
              <dt>{t('context.customerOf')}</dt>
              <dd>{client.name}</dd>
            </div>
          )}
          {language && (
            <div>
              <dt>{t('context.language')}</dt>
              <dd>{language}</dd>
            </div>
          )}
          <div>
            <dt>{t('context.since')}</dt>
            <dd title={formats.exactTime(data.createdAt, client?.timeZone)}>
              {formats.shortTime(data.createdAt, now)}
            </dd>
          </div>
          {client && (
            <div>
              <dt>{t('context.localTime')}</dt>
              <dd>{formats.shortTime(new Date(now).toISOString(), now, client.timeZone)}</dd>
            </div>
          )}
        </dl>
      </section>
      <section>
        <h3>{t('context.earlier')}</h3>
        {contact.earlier.length === 0 && <p className={classes['quiet']}>{t('context.first')}</p>}
        <ul className={classes['earlier']}>
          {contact.earlier.map((each) => (
            <li key={each.id}>
              <UnstyledButton onClick={() => show({ clientId: at.clientId, conversationId: each.id })}>
                <span dir="auto">{each.subject || t('row.noSubject')}</span>
                <time
                  dateTime={each.lastMessageAt}
                  title={formats.exactTime(each.lastMessageAt, client?.timeZone)}
                >
                  {formats.shortTime(each.lastMessageAt, now)}
                </time>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

function languageName(tag: string, inLanguage: string): string {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag) ?? tag;
}
