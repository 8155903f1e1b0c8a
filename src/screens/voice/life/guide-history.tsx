import { Button, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { VoiceGuide } from '../../../../electron/shared/voice-guides.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { MoreButton } from '../../../components/more-button/more-button.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useOperatorName } from '../brand-safety/use-operator-name.ts';
import voice from '../voice.module.css';
import { ChangeList } from './change-list.tsx';
import classes from './life.module.css';

interface GuideHistoryProps {
  readonly client: Client;
  readonly guide: VoiceGuide;
}

/** Who did what to the guide, newest first; every version can be compared with what is in force, and come back. */
export function GuideHistory({ client, guide }: GuideHistoryProps) {
  const { t } = useTranslation('guide');
  const [open, setOpen] = useState(false);
  return (
    <section className={voice['section']}>
      <Title order={2}>{t('history.name')}</Title>
      {open ? (
        <Steps client={client} guide={guide} />
      ) : (
        <div>
          <Button variant="default" size="xs" onClick={() => setOpen(true)}>
            {t('history.show')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Steps({ client, guide }: GuideHistoryProps) {
  const { t } = useTranslation('guide');
  const formats = useFormats();
  const nameOf = useOperatorName();
  const trpc = useTRPC();
  const history = useInfiniteQuery(
    trpc.voice.history.infiniteQueryOptions(
      { clientId: client.id },
      { getNextPageParam: (page) => page.next },
    ),
  );
  const steps = history.data?.pages.flatMap((page) => page.steps) ?? [];
  const restore = useMutation(trpc.voice.restore.mutationOptions());
  if (history.data && steps.length === 0) return <p className={voice['quiet']}>{t('history.none')}</p>;
  return (
    <>
      <ol className={classes['steps']}>
        {steps.map((step, index) => (
          <li key={`${step.version} ${step.step} ${step.at} ${index}`}>
            <div className={classes['actions']}>
              <span>
                <strong>{t('pending.version', { version: step.version })}</strong>{' '}
                {t(`history.step.${step.step}`)}
                {' · '}
                <bdi>{nameOf(step.operatorId)}</bdi>
                {' · '}
                {formats.exactTime(step.at, client.timeZone)}
              </span>
              {step.version !== guide.version && (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={restore.isPending}
                  onClick={() => restore.mutate({ clientId: client.id, version: step.version })}
                >
                  {t('history.restore')}
                </Button>
              )}
            </div>
            {step.comment !== '' && <q dir="auto">{step.comment}</q>}
            {step.version !== guide.version && (
              <details>
                <summary className={voice['quiet']}>{t('history.compare')}</summary>
                <ChangeList before={guide} after={step.body} />
              </details>
            )}
          </li>
        ))}
      </ol>
      <div>
        <MoreButton label={t('history.more')} pages={history} />
      </div>
      {restore.error && <FailureNotice failure={failureOf(restore.error)} />}
    </>
  );
}
