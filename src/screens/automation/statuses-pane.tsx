import { Button, Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { longestStatusName, settableStatuses } from '../../../electron/shared/conversation-words.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import type { NamedStatus, StatusDraft } from '../../../electron/shared/statuses.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './automation.module.css';
import { moved, replaced, rowOf, without } from './list-edits.ts';
import { OrderButtons } from './order-buttons.tsx';
import { useRows } from './use-rows.ts';

/** What a client calls its statuses within the categories that every client has. */
export function StatusesPane({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.statuses.list.queryOptions({ clientId }));
  const save = useMutation(trpc.statuses.define.mutationOptions());
  return (
    <>
      <p className={classes['quiet']}>{t('statuses.advice')}</p>
      {data && (
        <StatusesForm
          initial={data}
          saving={save}
          send={(statuses) => save.mutateAsync({ clientId, statuses })}
        />
      )}
    </>
  );
}

interface StatusesFormProps {
  readonly initial: readonly NamedStatus[];
  readonly saving: Pick<UseMutationResult<unknown, unknown>, 'isPending' | 'isSuccess' | 'error' | 'reset'>;
  readonly send: (statuses: StatusDraft[]) => Promise<readonly NamedStatus[]>;
}

const emptyStatus: StatusDraft = { id: null, category: 'waiting', name: '', retired: false };

function StatusesForm({ initial, saving, send }: StatusesFormProps) {
  const { t } = useTranslation('automation');
  const { rows, isSaved, change, save } = useRows<StatusDraft>(initial, saving);
  const double = doubleIn(rows.map(({ draft }) => draft));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (double === null) save(send);
      }}
    >
      {rows.length === 0 && <Text c="dimmed">{t('statuses.none')}</Text>}
      {rows.map(({ key, draft: status }, index) => (
        <StatusRow
          key={key}
          status={status}
          isDouble={double === index}
          change={(next) => change(replaced(rows, index, { key, draft: next }))}
          order={
            <OrderButtons
              name={status.name}
              index={index}
              count={rows.length}
              move={(by) => change(moved(rows, index, by))}
              {...(status.id === null
                ? {
                    remove: () => change(without(rows, index)),
                    removeLabel: t('statuses.remove', { name: status.name }),
                  }
                : {})}
            />
          }
        />
      ))}
      {saving.error !== null && <FailureNotice failure={failureOf(saving.error)} />}
      <div className={classes['actions']}>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => change([...rows, rowOf(emptyStatus)])}
        >
          {t('statuses.add')}
        </Button>
        <Button type="submit" loading={saving.isPending} disabled={double !== null}>
          {t(isSaved ? 'saved' : 'save')}
        </Button>
      </div>
    </form>
  );
}

/** Where the first one stands that is called like another one before it; what is retired is in nobody's way. */
function doubleIn(statuses: readonly StatusDraft[]): number | null {
  const names = statuses.map(({ name, retired }) => (retired ? '' : name.trim().toLowerCase()));
  const at = names.findIndex((name, index) => name !== '' && names.indexOf(name) < index);
  return at < 0 ? null : at;
}

interface StatusRowProps {
  readonly status: StatusDraft;
  readonly isDouble: boolean;
  readonly change: (status: StatusDraft) => void;
  readonly order: React.ReactNode;
}

function StatusRow({ status, isDouble, change, order }: StatusRowProps) {
  const { t } = useTranslation(['automation', 'inbox']);
  return (
    <div className={classes['entry']} role="group" aria-label={status.name || t('statuses.add')}>
      <div className={classes['line']}>
        <TextInput
          className={classes['grow'] ?? ''}
          label={t('statuses.name')}
          required
          maxLength={longestStatusName}
          error={isDouble && t('statuses.double')}
          value={status.name}
          onChange={(event) => change({ ...status, name: event.currentTarget.value })}
        />
        <Select
          label={t('statuses.category')}
          allowDeselect={false}
          w={220}
          disabled={status.id !== null}
          value={status.category}
          data={settableStatuses.map((value) => ({ value, label: t(`status.${value}`, { ns: 'inbox' }) }))}
          onChange={(value) => {
            const category = settableStatuses.find((each) => each === value);
            if (category) change({ ...status, category });
          }}
        />
        {order}
      </div>
      {status.id !== null && (
        <Checkbox
          label={t('statuses.retired')}
          description={t('statuses.kept')}
          checked={status.retired}
          onChange={(event) => change({ ...status, retired: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
