import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Sample, SampleItem } from '../../../../electron/shared/quality.ts';
import { internalQualityScore } from '../../../../electron/shared/scoring.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './sample-pane.module.css';

interface SampleFactsProps {
  readonly client: Client;
  readonly sample: Sample;
  readonly items: readonly SampleItem[];
}

/** How the sample came about, so that anybody can draw it again, and what it says so far. */
export function SampleFacts({ client, sample, items }: SampleFactsProps) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const trpc = useTRPC();
  const [asked, setAsked] = useState<string | null>(null);
  const proof = useQuery({
    ...trpc.quality.prove.queryOptions({ clientId: client.id, sampleId: sample.id }),
    enabled: asked === sample.id,
  });
  const reviewed = items.filter((item) => item.state === 'reviewed');
  const mean = internalQualityScore(reviewed.map((item) => item.score));
  return (
    <footer className={classes['facts']}>
      <p>
        {mean === null
          ? t('noScoreYet')
          : t('iqs', {
              score: formats.percent(mean),
              count: reviewed.filter((item) => item.score !== null).length,
            })}
      </p>
      <p>{t('drawnFrom', { size: sample.size, count: sample.populationSize, timeZone: sample.timeZone })}</p>
      <p className={classes['seed']}>
        <span>{t('seedIs')}</span> <code dir="ltr">{sample.seed}</code>
      </p>
      {asked === sample.id && proof.data ? (
        <p role="status">
          {!proof.data.populationUnchanged
            ? t('proof.changed')
            : proof.data.same
              ? t('proof.same')
              : t('proof.differs')}
        </p>
      ) : (
        <Button size="compact-xs" variant="subtle" onClick={() => setAsked(sample.id)}>
          {t('proof.ask')}
        </Button>
      )}
    </footer>
  );
}
