import { Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import { useTitle } from '../../app/notify/use-title.ts';
import { places } from '../../app/places.ts';
import { useSession } from '../../app/session.tsx';
import { ClientClosed } from '../../components/client-states/client-closed.tsx';
import { FirstStep } from '../../components/client-states/first-step.tsx';
import { Panes, useNarrow } from '../../components/panes/panes.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { FrozenConversation } from './conversation/frozen-conversation.tsx';
import { NothingToReview } from './conversation/nothing-to-review.tsx';
import classes from './quality-screen.module.css';
import { qualityPath, useQualityPlace, type QualityPlace } from './quality-place.ts';
import { ReviewPane } from './review/review-pane.tsx';
import { SamplePane } from './samples/sample-pane.tsx';
import { ScorecardEditor } from './scorecard/scorecard-editor.tsx';

/** Samples left, the frozen conversation in the middle, the form that judges it right. */
export function QualityScreen() {
  const { t } = useTranslation('quality');
  const { clients, may } = useSession();
  const { place, go } = useQualityPlace();
  const readable = clients.filter((client) => may('quality.read', client.id));
  const known = readable.filter((client) => client.state.kind === 'ready');
  const client = known.find((each) => each.id === place.clientId) ?? known[0];
  useTitle(client ? `${t('title')}: ${client.name} – Liaison` : `${t('title')} – Liaison`);
  if (!client) return <NoQuality closed={readable[0] ?? null} />;
  const here = place.clientId === client.id ? place : { ...place, sampleId: null, position: null };
  return <QualityOf key={client.id} client={client} clients={known} place={here} go={go} />;
}

/** Nobody's quality can be seen: there is no client, none that one may see, or none that can be opened now. */
function NoQuality({ closed }: { readonly closed: Client | null }) {
  const { t } = useTranslation('quality');
  const { clients, may } = useSession();
  return (
    <main className={classes['empty']}>
      <Title order={1}>{t('title')}</Title>
      {closed && <ClientClosed client={closed} href={`${places.clients}/${closed.id}`} />}
      {!closed && clients.length > 0 && <Text c="dimmed">{t('noClient')}</Text>}
      {clients.length === 0 && (
        <Suspense>
          <FirstStep lacks="noClients" href={may('clients.manage', null) ? `${places.clients}/new` : null} />
        </Suspense>
      )}
    </main>
  );
}

interface QualityOfProps {
  readonly client: Client;
  readonly clients: readonly Client[];
  readonly place: QualityPlace;
  readonly go: (to: Partial<QualityPlace>) => void;
}

function QualityOf({ client, clients, place, go }: QualityOfProps) {
  const { t } = useTranslation('quality');
  const trpc = useTRPC();
  const narrow = useNarrow();
  const [slid, setOut] = useState<'start' | 'end' | null>(null);
  // What slides over a conversation would cover the scorecard.
  const out = place.scorecard ? null : slid;
  const clientId = client.id;
  const samples = useQuery(trpc.quality.samples.queryOptions({ clientId }));
  const sample = samples.data?.find((each) => each.id === place.sampleId) ?? samples.data?.[0];
  const sampleId = sample?.id ?? null;
  const items = useQuery({
    ...trpc.quality.items.queryOptions({ clientId, sampleId: sampleId ?? '' }),
    enabled: sampleId !== null,
  });
  const position = place.position ?? (narrow ? null : firstOpen(items.data));
  const task = useQuery({
    ...trpc.quality.task.queryOptions({
      clientId,
      sampleId: sampleId ?? '',
      position: position ?? 0,
    }),
    enabled: sampleId !== null && position !== null,
    // The panes keep their places while the next one comes.
    placeholderData: keepPreviousData,
  });
  const shown = position === null ? undefined : task.data;

  const open = (to: number) => {
    setOut(null);
    go({ clientId, sampleId, position: to });
  };
  const list = (
    <SamplePane
      client={client}
      clients={clients}
      samples={samples}
      sample={sample}
      items={items.data ?? []}
      position={place.scorecard ? null : position}
      open={open}
      go={go}
    />
  );
  if (narrow && !shown && !place.scorecard) return list;
  return (
    <Panes
      name="quality"
      start={list}
      startOut={out === 'start'}
      end={
        shown && !place.scorecard ? (
          <>
            {/* Nobody answers for the one before while the next is on its way. */}
            {!task.isPlaceholderData && (
              <ReviewPane
                key={`${shown.sampleId}/${shown.position}`}
                client={client}
                task={shown}
                next={() => open(nextOpen(items.data, shown.position))}
                scorecardPath={qualityPath({ clientId, scorecard: true })}
              />
            )}
          </>
        ) : undefined
      }
      endSize="400px"
      endOut={out === 'end'}
      close={() => setOut(null)}
      closeLabel={t('closePane')}
    >
      {place.scorecard && <ScorecardEditor client={client} leave={() => go({ clientId, sampleId })} />}
      {!place.scorecard && shown && (
        <FrozenConversation
          key={`${shown.sampleId}/${shown.position}`}
          client={client}
          task={shown}
          {...(narrow ? { showList: () => setOut('start'), showReview: () => setOut('end') } : {})}
        />
      )}
      {!place.scorecard && !shown && (
        <NothingToReview text={samples.data?.length === 0 ? t('nothingYet') : ''} />
      )}
    </Panes>
  );
}

interface Item {
  readonly position: number;
  readonly state: 'open' | 'draft' | 'reviewed';
}

const firstOpen = (items: readonly Item[] | undefined): number | null =>
  items?.find((item) => item.state !== 'reviewed')?.position ?? items?.[0]?.position ?? null;

/** The next one below that is still to do, else the first, else the one below. */
function nextOpen(items: readonly Item[] | undefined, from: number): number {
  const todo = items?.filter((item) => item.state !== 'reviewed' && item.position !== from) ?? [];
  const next = todo.find((item) => item.position > from) ?? todo[0];
  return next?.position ?? Math.min(from + 1, (items?.length ?? 1) - 1);
}
