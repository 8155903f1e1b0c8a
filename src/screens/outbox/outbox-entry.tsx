import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Client } from '../../../electron/shared/clients.ts';
import { actsOf, groupOf, standingOf, type OutboxLine } from '../../../electron/shared/outbox-standing.ts';
import { SendFrom } from '../../app/send-from/send-from.tsx';
import { useSession } from '../../app/session.tsx';
import { ClientMark, clientLook } from '../../components/client-mark/client-mark.tsx';
import { useFailureText } from '../../components/failure/failure-text.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { conversationPlace } from './conversation-place.ts';
import { entryProps } from './use-entry-cursor.ts';
import classes from './outbox.module.css';
import { StandingText } from './standing-text.tsx';
import { useActs } from './use-acts.ts';

interface OutboxEntryProps {
  readonly line: OutboxLine;
  readonly client: Client;
}

/** One reply: whose voice, to whom, where it stands and why, and what can be done. */
export function OutboxEntry({ line, client }: OutboxEntryProps) {
  const { t } = useTranslation('outbox');
  const { may } = useSession();
  const formats = useFormats();
  const say = useFailureText();
  const titleId = useId();
  const standing = standingOf(line);
  const { run, isBusy } = useActs(line);
  const acts = may('messages.send', line.clientId) ? actsOf[standing] : [];
  const severe = groupOf[standing] === 'attention';
  const reason = reasonOf(line);
  const people = line.recipients.to.map(({ name, address }) => name || address);
  return (
    <li
      className={classes['entry']}
      aria-labelledby={titleId}
      data-severe={severe || undefined}
      {...clientLook(client)}
      {...entryProps}
    >
      <span className={classes['edge']} />
      <div className={classes['head']}>
        <ClientMark client={client} named />
        <h3 id={titleId} className={classes['subject']}>
          <span className={classes['client']} dir="auto">
            {client.name}
          </span>{' '}
          <bdi>{line.subject || t('noSubject')}</bdi>
        </h3>
        <Writer line={line} />
      </div>
      <p className={classes['people']}>{t('to', { names: formats.list(people) })}</p>
      <p className={classes['standing']} role="status">
        <Icon name={severe ? 'warning' : standing === 'sent' ? 'check' : 'clock'} size={14} />
        <span>
          <StandingText line={line} /> {reason && say(reason)}
        </span>
      </p>
      <p className={classes['text']} dir="auto">
        {line.text}
      </p>
      <div className={classes['buttons']}>
        {acts.length > 0 && line.state === 'failed' && line.error?.code === 'sender-refused' && (
          <Suspense>
            <SendFrom item={line} />
          </Suspense>
        )}
        {acts.map((act) => (
          <Button
            key={act}
            size="compact-xs"
            variant="default"
            loading={isBusy}
            data-act={act}
            onClick={() => run(act)}
          >
            {t(`act.${standing === 'overtaken' && act === 'retry' ? 'allTheSame' : act}`)}
          </Button>
        ))}
        <Button
          component={Link}
          href={conversationPlace(line)}
          size="compact-xs"
          variant="subtle"
          data-act="open"
        >
          {t('act.open')}
        </Button>
      </div>
    </li>
  );
}

/** The standing's own words say the same of a doubt already. */
function reasonOf({ state, error }: OutboxLine) {
  return state === 'cancelled' || error?.code === 'effect-unknown' ? null : error;
}

function Writer({ line }: { readonly line: OutboxLine }) {
  const { t } = useTranslation('outbox');
  const { operator } = useSession();
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  if (line.operatorId === operator.id) return null;
  const name = operators.find(({ id }) => id === line.operatorId)?.name;
  return name && <span className={classes['writer']}>{t('by', { name })}</span>;
}
