import { ActionIcon, Button, ScrollArea, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInWords, periodInWords } from '../../../electron/shared/figure-words.ts';
import type { Client } from '../../../electron/shared/clients.ts';
import { measureGroups, ReportPeriod, type Measure, type Report } from '../../../electron/shared/reports.ts';
import { StaleLine } from '../../app/health/stale-line.tsx';
import { places } from '../../app/places.ts';
import { ClientClosed } from '../../components/client-states/client-closed.tsx';
import { ClientMark, clientLook } from '../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { RowsSkeleton } from '../../components/skeleton/rows-skeleton.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { ChannelTable } from './channel-table.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { StatusTable } from './status-table.tsx';
import { FigureGroup } from './figure-group.tsx';
import classes from './reports.module.css';
import type { ReportQuery } from './use-report.ts';
import { useWords } from './use-words.ts';

/** Charts are large and nobody waits for them: they come after the figures. */
const ReportCharts = lazy(() =>
  import('./report-charts.tsx').then((module) => ({ default: module.ReportCharts })),
);

interface ClientReportProps {
  readonly client: Client;
  readonly period: ReportPeriod;
  readonly query: ReportQuery;
  readonly measure: Measure | null;
  readonly choose: (measure: Measure) => void;
  /** In a narrow window: brings the clients and periods back. */
  readonly showList?: () => void;
}

export function ClientReport(props: ClientReportProps) {
  const { t } = useTranslation('reports');
  const { client, period, showList } = props;
  const words = useWords();
  const valid = ReportPeriod.safeParse(period).success;
  return (
    <ScrollArea className={classes['work'] ?? ''} type="auto" {...clientLook(client)}>
      <main className={classes['report']}>
        <header className={classes['heading']}>
          {showList && (
            <ActionIcon variant="subtle" aria-label={t('showLists')} onClick={showList}>
              <Icon name="list" />
            </ActionIcon>
          )}
          <ClientMark client={client} size="large" named />
          <Title order={1} className={classes['title'] ?? ''}>
            {valid
              ? t('heading', { client: isolated(client.name), period: periodInWords(period, words.language) })
              : client.name}
          </Title>
          {valid && client.state.kind === 'ready' && <ExportButtons client={client} period={period} />}
        </header>
        <StaleLine clientId={client.id} />
        <ClientClosed client={client} href={`${places.clients}/${client.id}`} />
        {valid && client.state.kind === 'ready' && <Figures {...props} />}
      </main>
    </ScrollArea>
  );
}

/** A name keeps its own direction: without it, the day that follows a Latin name in Arabic changes places. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

function Figures({ query, measure, choose }: ClientReportProps) {
  const { data: report, error, isPlaceholderData, refetch } = query;
  if (error && !report) return <FailureNotice failure={failureOf(error)} retry={() => void refetch()} />;
  if (!report) return <RowsSkeleton rows={8} height={72} />;
  return (
    <div className={classes['figures']} aria-busy={isPlaceholderData}>
      <CountedUpTo report={report} again={() => void refetch()} />
      {measureGroups.map((group) => (
        <FigureGroup key={group} group={group} report={report} chosen={measure} choose={choose} />
      ))}
      <Suspense fallback={<RowsSkeleton rows={2} height={220} />}>
        <ReportCharts report={report} />
      </Suspense>
      <StatusTable report={report} />
      <ChannelTable report={report} />
    </div>
  );
}

function CountedUpTo({ report, again }: { readonly report: Report; readonly again: () => void }) {
  const { t } = useTranslation('reports');
  const { language } = useWords();
  const { asOf, complete, timeZone } = report.period;
  if (complete) return null;
  return (
    <p className={classes['notOver']}>
      {t('notOver', { moment: momentInWords(asOf, { language, timeZone }) })}{' '}
      <Button size="compact-xs" variant="default" onClick={again}>
        {t('again')}
      </Button>
    </p>
  );
}
