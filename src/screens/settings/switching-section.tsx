import { SegmentedControl, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Preferences } from '../../../electron/shared/workspace.ts';
import { useSession } from '../../app/session.tsx';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './settings.module.css';

const modes = Preferences.shape.switching.unwrap().options;
const shownMilliseconds = 30 * 86_400_000;

/** One client at a time, for those who want it; and what moving between them costs. */
export function SwitchingSection() {
  const { t } = useTranslation('brands');
  const { preferences } = useSession();
  const trpc = useTRPC();
  const prefer = useMutation(trpc.workspace.prefer.mutationOptions());
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('switching.title')}</Title>
      <div className={classes['row']}>
        <Text>{t('switching.label')}</Text>
        <div>
          <SegmentedControl
            aria-label={t('switching.label')}
            value={preferences.switching}
            data={modes.map((value) => ({ value, label: t(`switching.modes.${value}`) }))}
            onChange={(chosen) => {
              const switching = modes.find((mode) => mode === chosen);
              if (switching) prefer.mutate({ ...preferences, switching });
            }}
          />
        </div>
      </div>
      <SwitchCosts />
    </section>
  );
}

function SwitchCosts() {
  const { t } = useTranslation('brands');
  const { clients, may } = useSession();
  const trpc = useTRPC();
  const formats = useFormats();
  const [since] = useState(() => new Date(Date.now() - shownMilliseconds).toISOString());
  const read = clients.filter(({ id }) => may('conversations.read', id));
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const costs = useQueries({
    queries: read.map(({ id }) =>
      trpc.brandSafety.switchCosts.queryOptions({ clientId: id, since }, { refetchOnMount: 'always' }),
    ),
  });
  const rows = read.flatMap((client, index) => (costs[index]?.data ?? []).map((cost) => ({ client, cost })));
  const time = (milliseconds: number | null) =>
    milliseconds === null ? '–' : formats.duration(milliseconds);
  return (
    <>
      <Title order={3}>{t('switching.cost')}</Title>
      <Text c="dimmed">{t('switching.costText')}</Text>
      {rows.length === 0 && <Text>{t('switching.none')}</Text>}
      {rows.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['client', 'person', 'switches', 'toFirstKey', 'toSend'] as const).map((column) => (
                <Table.Th key={column}>{t(`switching.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ client, cost }) => (
              <Table.Tr key={`${client.id} ${cost.operatorId}`}>
                <Table.Td>
                  <ClientMark client={client} named /> {client.name}
                </Table.Td>
                <Table.Td>{operators.find(({ id }) => id === cost.operatorId)?.name ?? '–'}</Table.Td>
                <Table.Td>{formats.number(cost.switches)}</Table.Td>
                <Table.Td>{time(cost.toFirstKey)}</Table.Td>
                <Table.Td>{time(cost.toSend)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
