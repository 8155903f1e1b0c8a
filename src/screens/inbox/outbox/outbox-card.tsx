import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../../electron/shared/outbox.ts';
import { useSession } from '../../../app/session.tsx';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './outbox-card.module.css';

const SendFrom = lazy(async () => ({
  default: (await import('../../../app/send-from/send-from.tsx')).SendFrom,
}));

type Decision = 'sent' | 'retry' | 'resend' | 'draft';

/** What a person can decide in each state, the likeliest first. */
const decisions: Readonly<Record<OutboxItem['state'], readonly Decision[]>> = {
  queued: [],
  sending: [],
  held: ['retry', 'draft'],
  failed: ['draft', 'retry'],
  unknown: ['sent', 'resend'],
  sent: [],
  cancelled: ['draft'],
};

const severeStates: ReadonlySet<OutboxItem['state']> = new Set(['failed', 'unknown', 'held', 'cancelled']);

interface OutboxCardProps {
  readonly item: OutboxItem;
  readonly onDraftBack: () => void;
}

/** A reply that is not yet, or not surely, with the customer, or was taken back and waits: what happened, and what can be done. */
export function OutboxCard({ item, onDraftBack }: OutboxCardProps) {
  const { t } = useTranslation('inbox');
  const { may } = useSession();
  const trpc = useTRPC();
  const say = useFailureText();
  const formats = useFormats();
  const onError = (error: unknown) => {
    const failure = failureOf(error);
    const inTheWay = failure.code === 'conflict' && failure.detail['what'] === 'draft';
    notifications.show({ color: 'red', message: inTheWay ? t('outbox.draftStands') : say(failure) });
  };
  const cancel = useMutation(trpc.outbox.cancel.mutationOptions({ onSuccess: onDraftBack, onError }));
  const decide = useMutation(
    trpc.outbox.decide.mutationOptions({
      onSuccess: (_, { as }) => as === 'draft' && onDraftBack(),
      onError,
    }),
  );
  const ref = { clientId: item.clientId, outboxId: item.id };
  const mayDecide = may('messages.send', item.clientId);
  const waitsForHour = item.state === 'queued' && item.sendAt !== null && item.error === null;
  const severe = severeStates.has(item.state);
  // The state's own words say the same already.
  const isSaid = item.state === 'cancelled' || item.error?.code === 'effect-unknown';
  const reason = isSaid ? null : item.error;
  return (
    <section className={classes['card']} data-severe={severe || undefined} aria-label={t('outbox.name')}>
      <p className={classes['state']} role="status">
        <Icon name={severe ? 'warning' : 'clock'} size={14} />
        <span>
          <strong>
            {waitsForHour
              ? t('undo.leavesAt', { time: formats.exactTime(item.notBefore) })
              : t(`outbox.${item.state}`)}
          </strong>{' '}
          {reason && say(reason)}
        </span>
      </p>
      <p className={classes['text']} dir="auto">
        {item.text}
      </p>
      {mayDecide && (
        <div className={classes['buttons']}>
          {item.state === 'queued' && (
            <Button size="compact-xs" variant="default" onClick={() => cancel.mutate(ref)}>
              {t('undo.undo')}
            </Button>
          )}
          {item.state === 'failed' && item.error?.code === 'sender-refused' && (
            <Suspense>
              <SendFrom item={item} />
            </Suspense>
          )}
          {decisions[item.state].map((as) => (
            <Button
              key={as}
              size="compact-xs"
              variant="default"
              onClick={() => decide.mutate({ ...ref, as })}
            >
              {t(`outbox.decide.${as}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
