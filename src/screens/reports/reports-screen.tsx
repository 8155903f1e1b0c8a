import { Text, Title } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';
import type { Client } from '../../../electron/shared/clients.ts';
import type { Measure } from '../../../electron/shared/reports.ts';
import { useTitle } from '../../app/notify/use-title.ts';
import { places } from '../../app/places.ts';
import { useSession } from '../../app/session.tsx';
import { FirstStep } from '../../components/client-states/first-step.tsx';
import { Panes, useNarrow } from '../../components/panes/panes.tsx';
import { todayIn } from '../../i18n/today-in.ts';
import { ClientReport } from './client-report.tsx';
import { FigureEvidence } from './figure-evidence.tsx';
import { periodOf, type PeriodName } from './periods.ts';
import { ReportPicker } from './report-picker.tsx';
import classes from './reports.module.css';
import { useReport } from './use-report.ts';

/** Clients and periods left, figures in the middle, how they were counted right. */
export function ReportsScreen() {
  const { t } = useTranslation('reports');
  const { clients, may } = useSession();
  const [, go] = useLocation();
  const [, route] = useRoute('/reports/:client');
  const readable = clients.filter((client) => may('reports.read', client.id));
  const client = readable.find((each) => each.id === route?.client) ?? readable[0];
  useTitle(t('windowTitle'));
  if (!client)
    return (
      <main className={classes['empty']}>
        <Title order={1}>{t('title')}</Title>
        {clients.length > 0 ? (
          <Text c="dimmed">{t('noClients')}</Text>
        ) : (
          <Suspense>
            <FirstStep
              lacks="noClients"
              href={may('clients.manage', null) ? `${places.clients}/new` : null}
            />
          </Suspense>
        )}
      </main>
    );
  return (
    <OneClient
      key={client.id}
      client={client}
      clients={readable}
      choose={(id) => go(`/reports/${id}`, { replace: true })}
    />
  );
}

interface OneClientProps {
  readonly client: Client;
  readonly clients: readonly Client[];
  readonly choose: (id: Client['id']) => void;
}

const rememberedName = 'liaison.reports.period';

function OneClient({ client, clients, choose }: OneClientProps) {
  const { t } = useTranslation('reports');
  const narrow = useNarrow();
  const [today] = useState(() => todayIn(client.timeZone, Date.now()));
  const [name, setName] = useState<PeriodName>(rememberedPeriod);
  const [custom, setCustom] = useState(() => periodOf('last-four-weeks', today));
  const [measure, setMeasure] = useState<Measure | null>(null);
  const [listOut, setListOut] = useState(false);
  const period = name === 'custom' ? custom : periodOf(name, today);
  const query = useReport(client, period);

  function chooseName(chosen: PeriodName): void {
    if (chosen !== 'custom') sessionStorage.setItem(rememberedName, chosen);
    setCustom(period);
    setName(chosen);
    if (chosen !== 'custom') setListOut(false);
  }
  return (
    <Panes
      name="reports"
      start={
        <ReportPicker
          {...{ client, clients, choose, name, custom, today }}
          chooseName={chooseName}
          chooseCustom={setCustom}
        />
      }
      startOut={listOut}
      end={
        measure &&
        query.data && <FigureEvidence report={query.data} measure={measure} close={() => setMeasure(null)} />
      }
      endOut={measure !== null}
      close={() => (setListOut(false), setMeasure(null))}
      closeLabel={t('close')}
    >
      <ClientReport
        client={client}
        period={period}
        query={query}
        measure={measure}
        choose={setMeasure}
        {...(narrow ? { showList: () => setListOut(true) } : {})}
      />
    </Panes>
  );
}

/** The same period for the next client: reports are read one brand after the other. */
function rememberedPeriod(): PeriodName {
  const kept = sessionStorage.getItem(rememberedName);
  return kept === 'this-month' || kept === 'last-month' ? kept : 'last-four-weeks';
}
