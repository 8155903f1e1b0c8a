import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Invitation, InvitationPerson } from '../../../../electron/shared/attachments.ts';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { MessageId } from '../../../../electron/shared/ids.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { PlainText } from '../message/plain-text.tsx';
import classes from './invitation-card.module.css';
import { stateOf, timesOf } from './invitation-words.ts';

interface InvitationCardProps {
  readonly messageId: MessageId;
  readonly client: Client;
}

/** An appointment that a mail proposes, changes, cancels or answers: words only, nothing is accepted or fetched from here. */
export function InvitationCard({ messageId, client }: InvitationCardProps) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.attachments.invitation.queryOptions(
      { clientId: client.id, messageId },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  return data ? <Card invitation={data} client={client} /> : null;
}

function Card({ invitation, client }: { readonly invitation: Invitation; readonly client: Client }) {
  const { t } = useTranslation('reading');
  const formats = useFormats();
  const state = stateOf(invitation);
  const times = timesOf(invitation, { clientZone: client.timeZone, formats });
  const { organiser, place, title, description, attendees, attendeeCount, repeats } = invitation;
  const answers = invitation.method === 'reply' ? attendees : [];
  return (
    <section className={classes['card']} data-state={state} aria-label={t('invitation.name')}>
      <p className={classes['state']}>
        <Icon name={state === 'cancelled' ? 'warning' : 'clock'} size={14} /> {t(`invitation.state.${state}`)}
      </p>
      <h2 className={classes['title']} dir="auto">
        {title || t('invitation.noTitle')}
      </h2>
      {answers.map((person) => (
        <p key={person.address} className={classes['answer']}>
          {t(`invitation.answer.${person.answer}`, { name: nameOf(person) })}
        </p>
      ))}
      <dl className={classes['facts']}>
        {times.map(({ kind, said }, index) => (
          <Fact key={kind} label={index === 0 ? t('invitation.when') : t(`invitation.${kind}`)}>
            {said}
            {kind === 'floating' && <span className={classes['quiet']}> {t('invitation.noZone')}</span>}
          </Fact>
        ))}
        {repeats && <Fact label={t('invitation.repeats')}>{t(`invitation.repeat.${repeats}`)}</Fact>}
        {place !== '' && (
          <Fact label={t('invitation.where')}>
            <PlainText text={place} />
          </Fact>
        )}
        {organiser && (
          <Fact label={t('invitation.organiser')}>
            <Person person={organiser} />
          </Fact>
        )}
        {invitation.method !== 'reply' && attendeeCount > 0 && (
          <Fact label={t('invitation.attendees', { count: attendeeCount })}>
            {formats.list(attendees.slice(0, 10).map(nameOf))}
            {attendeeCount > 10 && ' …'}
          </Fact>
        )}
      </dl>
      {description !== '' && (
        <details className={classes['more']}>
          <summary>{t('invitation.description')}</summary>
          <PlainText text={description} />
        </details>
      )}
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A name is anybody's choice: the address stands beside it always. */
function Person({ person }: { readonly person: InvitationPerson }) {
  return (
    <>
      {person.name !== '' && <bdi>{person.name}</bdi>}{' '}
      <bdi className={classes['quiet']}>{person.address}</bdi>
    </>
  );
}

const nameOf = ({ name, address }: InvitationPerson): string => name || address;
