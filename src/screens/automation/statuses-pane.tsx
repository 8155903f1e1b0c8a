import { Checkbox, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  longestStatusName,
  mostStatusNames,
  settableStatuses,
} from '../../../electron/shared/conversation-words.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import type { StatusDraft } from '../../../electron/shared/statuses.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './automation.module.css';
import { EntriesForm, EntryFrame, type EntryProps } from './entries-form.tsx';

const emptyStatus: StatusDraft = { id: null, category: 'waiting', name: '', retired: false };

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
        <EntriesForm<StatusDraft>
          of="statuses"
          initial={data}
          empty={emptyStatus}
          mayRemove={({ id }) => id === null}
          most={mostStatusNames}
          counts={({ retired }) => !retired}
          entry={StatusEntry}
          saving={save}
          send={({ drafts }) => save.mutateAsync({ clientId, statuses: [...drafts] })}
        />
      )}
    </>
  );
}

function StatusEntry(props: EntryProps<StatusDraft>) {
  const { draft: status, change } = props;
  const { t } = useTranslation(['automation', 'inbox']);
  return (
    <EntryFrame
      {...props}
      of="statuses"
      longestName={longestStatusName}
      kind={
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
      }
    >
      {status.id !== null && (
        <Checkbox
          label={t('statuses.retired')}
          description={t('statuses.kept')}
          checked={status.retired}
          onChange={(event) => change({ ...status, retired: event.currentTarget.checked })}
        />
      )}
    </EntryFrame>
  );
}
