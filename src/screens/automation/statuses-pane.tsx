import { Button, Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settableStatuses } from '../../../electron/shared/conversation-words.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import type { NamedStatus, StatusDraft } from '../../../electron/shared/statuses.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './automation.module.css';
import { moved, replaced, without } from './list-edits.ts';
import { OrderButtons } from './order-buttons.tsx';

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
        // Anew where the list is another one by now: what was new has an id.
        <StatusesForm
          key={data.map(({ id }) => id).join()}
          initial={data}
          saving={save}
          save={(statuses) => save.mutate({ clientId, statuses })}
        />
      )}
    </>
  );
}

interface StatusesFormProps {
  readonly initial: readonly NamedStatus[];
  readonly saving: Pick<UseMutationResult<unknown, unknown>, 'isPending' | 'isSuccess' | 'error' | 'reset'>;
  readonly save: (statuses: StatusDraft[]) => void;
}

const emptyStatus: StatusDraft = { id: null, category: 'waiting', name: '', retired: false };

function StatusesForm({ initial, saving, save }: StatusesFormProps) {
  const { t } = useTranslation('automation');
  const [statuses, setStatuses] = useState<readonly StatusDraft[]>(initial);
  const change = (next: readonly StatusDraft[]) => {
    saving.reset();
    setStatuses(next);
  };
  const double = doubleIn(statuses);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (double === null) save([...statuses]);
      }}
    >
      {statuses.length === 0 && <Text c="dimmed">{t('statuses.none')}</Text>}
      {statuses.map((status, index) => (
        <StatusRow
          key={status.id ?? `new ${index}`}
          status={status}
          isDouble={double === index}
          change={(next) => change(replaced(statuses, index, next))}
          order={
            <OrderButtons
              name={status.name}
              index={index}
              count={statuses.length}
              move={(by) => change(moved(statuses, index, by))}
              {...(status.id === null
                ? {
                    remove: () => change(without(statuses, index)),
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
          onClick={() => change([...statuses, emptyStatus])}
        >
          {t('statuses.add')}
        </Button>
        <Button type="submit" loading={saving.isPending} disabled={double !== null}>
          {t(saving.isSuccess ? 'saved' : 'save')}
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
          maxLength={60}
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
