import { Button, CloseButton, Progress } from '@mantine/core';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchId, ClientId } from '../../../../electron/shared/ids.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './batch-toast.module.css';
import { sumBatches, type BatchSum } from './batch-sum.ts';

export interface BatchRef {
  readonly clientId: ClientId;
  readonly batchId: BatchId;
}

interface BatchToastProps {
  readonly batches: readonly BatchRef[];
  readonly close: () => void;
  readonly onUndone?: () => void;
}

const lookMilliseconds = 250;
/** Long enough to read it and to think again. */
const shownMilliseconds = 30_000;

/** How far it is; then what came of it, with the way back. */
export function BatchToast({ batches, close, onUndone }: BatchToastProps) {
  const { t } = useTranslation('views');
  const trpc = useTRPC();
  const sum = useSum(batches);
  const cache = useQueryClient();
  const look = () => void cache.invalidateQueries(trpc.batches.read.pathFilter());
  const cancel = useMutation(trpc.batches.cancel.mutationOptions({ onSettled: look }));
  const undo = useMutation(trpc.batches.undo.mutationOptions({ onSettled: look }));
  const undoAll = () => batches.forEach((batch) => undo.mutate(batch));
  const state = sum?.state ?? 'running';
  const goes = state === 'running' || state === 'undoing';
  useCommands(
    sum?.undoable && !goes
      ? [
          {
            id: 'undo-batch',
            action: 'undo',
            group: 'list',
            label: t('bulk.undo'),
            keys: ['Z'],
            run: undoAll,
          },
        ]
      : [],
  );
  const latest = useRef({ close, onUndone });
  latest.current = { close, onUndone };
  useEffect(() => {
    if (state === 'undone') latest.current.onUndone?.();
    if (goes) return undefined;
    const timer = setTimeout(() => latest.current.close(), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [state, goes]);
  if (!sum) return null;
  return (
    <div className={classes['toast']}>
      <div className={classes['line']}>
        <span role="status">
          <Outcome sum={sum} />
        </span>
        {sum.state === 'running' && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => batches.forEach((batch) => cancel.mutate(batch))}
          >
            {t('bulk.stop')}
          </Button>
        )}
        {!goes && sum.undoable && (
          <Button
            size="compact-sm"
            leftSection={<Icon name="undo" size={14} mirrored />}
            loading={undo.isPending}
            onClick={undoAll}
          >
            {t('bulk.undo')}
          </Button>
        )}
        {!goes && <CloseButton size="sm" aria-label={t('bulk.close')} onClick={close} />}
      </div>
      {goes && (
        <Progress value={sum.total === 0 ? 100 : (sum.done / sum.total) * 100} size="sm" aria-hidden />
      )}
    </div>
  );
}

function useSum(batches: readonly BatchRef[]): BatchSum | null {
  const trpc = useTRPC();
  const answers = useQueries({
    queries: batches.map((batch) =>
      trpc.batches.read.queryOptions(batch, {
        refetchInterval: ({ state: { data } }) =>
          data && data.state !== 'running' && data.state !== 'undoing' ? false : lookMilliseconds,
      }),
    ),
  });
  const known = answers.flatMap(({ data }) => (data ? [data] : []));
  return known.length === batches.length ? sumBatches(known) : null;
}

function Outcome({ sum }: { readonly sum: BatchSum }) {
  const { t } = useTranslation('views');
  const formats = useFormats();
  const say = useFailureText();
  const progress = { done: formats.number(sum.done), total: formats.number(sum.total) };
  if (sum.state === 'running') return t('bulk.working', progress);
  if (sum.state === 'undoing') return t('bulk.undoing', progress);
  const parts: string[] = [];
  if (sum.state === 'undone') {
    parts.push(t('bulk.undone', { count: sum.done - sum.kept }));
    if (sum.kept > 0) parts.push(t('bulk.kept', { count: sum.kept }));
  } else {
    if (sum.state === 'cancelled') parts.push(t('bulk.stopped', progress));
    parts.push(t('bulk.done', { count: sum.done - sum.same - sum.refused }));
    if (sum.same > 0) parts.push(t('bulk.same', { count: sum.same }));
    if (sum.refused > 0 && sum.refusal)
      parts.push(t('bulk.refused', { count: sum.refused, reason: say(sum.refusal) }));
  }
  return (
    <>
      {parts.map((part) => (
        <span key={part} className={classes['part']}>
          {part}
        </span>
      ))}
    </>
  );
}
