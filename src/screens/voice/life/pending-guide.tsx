import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { PendingGuide as Pending, VoiceGuide } from '../../../../electron/shared/voice-guides.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useSession } from '../../../app/session.tsx';
import { useOperatorName } from '../brand-safety/use-operator-name.ts';
import { EffectPanel } from '../effect/effect-panel.tsx';
import { ChangeList } from './change-list.tsx';
import classes from './life.module.css';

interface PendingGuideProps {
  readonly client: Client;
  readonly guide: VoiceGuide;
  readonly pending: Pending;
  /** Takes it up in the editor. */
  readonly onEdit: () => void;
}

/** A version that waits: whose it is, what it changes, and who may put it in force. */
export function PendingGuide({ client, guide, pending, onEdit }: PendingGuideProps) {
  const { t } = useTranslation('guide');
  const { operator } = useSession();
  const formats = useFormats();
  const nameOf = useOperatorName();
  const trpc = useTRPC();
  const submit = useMutation(trpc.voice.submit.mutationOptions());
  const decide = useMutation(trpc.voice.decide.mutationOptions());
  const [comment, setComment] = useState<string | null>(null);
  const at = { clientId: client.id, version: pending.version };
  const mine = pending.updatedBy === operator.id;
  const needsAnother = guide.fourEyes && mine;
  const error = submit.error ?? decide.error;
  return (
    <section className={classes['pending']} aria-label={t(`pending.${pending.state}`)}>
      <p role="status">
        <strong>{t(`pending.${pending.state}`)}</strong>
        {' · '}
        {t('pending.version', { version: pending.version })}
        {' · '}
        <bdi>{nameOf(pending.updatedBy)}</bdi>
        {' · '}
        {formats.exactTime(pending.updatedAt, client.timeZone)}
      </p>
      {pending.returnedFor !== null && (
        <p>
          {t('pending.returned')} <q dir="auto">{pending.returnedFor}</q>
        </p>
      )}
      <div className={classes['actions']}>
        <Button size="xs" variant="default" onClick={onEdit}>
          {t('pending.edit')}
        </Button>
        {pending.state === 'draft' && (
          <Button size="xs" variant="default" loading={submit.isPending} onClick={() => submit.mutate(at)}>
            {t('pending.submit')}
          </Button>
        )}
        <Button
          size="xs"
          disabled={needsAnother}
          loading={decide.isPending}
          onClick={() => decide.mutate({ ...at, publish: true })}
        >
          {t('pending.approve')}
        </Button>
        {pending.state === 'submitted' && comment === null && (
          <Button size="xs" variant="default" onClick={() => setComment('')}>
            {t('pending.sendBack')}
          </Button>
        )}
      </div>
      {needsAnother && <p>{t('pending.another')}</p>}
      {comment !== null && (
        <div className={classes['pending']}>
          <Textarea
            label={t('pending.comment')}
            autosize
            maxLength={1_000}
            value={comment}
            onChange={({ currentTarget }) => setComment(currentTarget.value)}
          />
          <div className={classes['actions']}>
            <Button
              size="xs"
              disabled={comment.trim() === ''}
              onClick={() => {
                decide.mutate({ ...at, publish: false, comment });
                setComment(null);
              }}
            >
              {t('pending.sendBack')}
            </Button>
          </div>
        </div>
      )}
      {error && <FailureNotice failure={failureOf(error)} />}
      <details>
        <summary>{t('pending.changes')}</summary>
        <ChangeList before={guide} after={pending.body} />
      </details>
      <EffectPanel client={client} body={pending.body} />
    </section>
  );
}
