import { Button, NativeSelect, Select, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Sample, SampleItem } from '../../../../electron/shared/quality.ts';
import { useSession } from '../../../app/session.tsx';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { qualityPath, type QualityPlace } from '../quality-place.ts';
import { ItemList } from './item-list.tsx';
import { NewSample } from './new-sample.tsx';
import { SampleFacts } from './sample-facts.tsx';
import classes from './sample-pane.module.css';
import { usePeriodText } from './period-text.ts';

interface SamplePaneProps {
  readonly client: Client;
  readonly clients: readonly Client[];
  readonly samples: {
    readonly data: readonly Sample[] | undefined;
    readonly error: unknown;
    refetch(): unknown;
  };
  readonly sample: Sample | undefined;
  readonly items: readonly SampleItem[];
  readonly position: number | null;
  readonly open: (position: number) => void;
  readonly go: (to: Partial<QualityPlace>) => void;
}

/** Whose quality, which sample, and what is in it. */
export function SamplePane({ client, clients, samples, sample, items, position, open, go }: SamplePaneProps) {
  const { t } = useTranslation('quality');
  const { may } = useSession();
  const periodText = usePeriodText();
  const [drawing, setDrawing] = useState(false);
  const manages = may('quality.manage', client.id);
  const list = samples.data ?? [];
  return (
    <section className={classes['pane']} aria-label={t('samples')}>
      <header className={classes['header']}>
        <div className={classes['title']}>
          <Title order={1}>{t('title')}</Title>
          {manages && sample && (
            <Button
              size="xs"
              variant="default"
              leftSection={<Icon name="plus" />}
              onClick={() => setDrawing(true)}
            >
              {t('newSample')}
            </Button>
          )}
        </div>
        <div className={classes['whose']}>
          <ClientMark client={client} named />
          <Select
            className={classes['grow'] ?? ''}
            aria-label={t('client')}
            title={client.name}
            allowDeselect={false}
            value={client.id}
            data={clients.map((each) => ({ value: each.id, label: each.name }))}
            onChange={(id) => {
              const chosen = clients.find((each) => each.id === id);
              if (chosen) go({ clientId: chosen.id });
            }}
          />
          <Button
            component={Link}
            href={qualityPath({ clientId: client.id, scorecard: true })}
            size="xs"
            variant="subtle"
          >
            {t('scorecard')}
          </Button>
        </div>
        {sample && (
          <NativeSelect
            aria-label={t('sample')}
            value={sample.id}
            data={list.map((each) => ({
              value: each.id,
              label: t('sampleLabel', {
                period: periodText(each.period),
                reviewed: each.reviewed,
                size: each.size,
              }),
            }))}
            onChange={(event) =>
              go({ clientId: client.id, sampleId: event.currentTarget.value as Sample['id'] })
            }
          />
        )}
      </header>
      {samples.error && !samples.data ? (
        <FailureNotice failure={failureOf(samples.error)} retry={() => void samples.refetch()} fill />
      ) : null}
      {samples.data && !sample && (
        <div className={classes['empty']}>
          <p>{t('noSample')}</p>
          {manages && <Button onClick={() => setDrawing(true)}>{t('newSample')}</Button>}
        </div>
      )}
      {sample && <ItemList client={client} items={items} position={position} open={open} />}
      {sample && <SampleFacts client={client} sample={sample} items={items} />}
      {drawing && (
        <NewSample
          client={client}
          close={() => setDrawing(false)}
          drawn={(sampleId) => go({ clientId: client.id, sampleId })}
        />
      )}
    </section>
  );
}
