import { MultiSelect, NumberInput, Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asTags } from '../../../../electron/shared/conversation-words.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { may as mayDo } from '../../../../electron/shared/permissions.ts';
import { viewPromises } from '../../../../electron/shared/view-words.ts';
import type { ViewFilter } from '../../../../electron/shared/views.ts';
import { StatusesSelect } from '../../../components/status-select/statuses-select.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useStatuses } from '../../../rpc/use-statuses.ts';
import { ViewFieldQuestions } from './view-field-questions.tsx';
import classes from './views.module.css';

interface ViewFilterFieldsProps {
  /** Of a view of one client, which can ask for what only that client has. */
  readonly clientId: ClientId | null;
  readonly filter: ViewFilter;
  readonly change: (part: Partial<ViewFilter>) => void;
}

/** Everything that a view can ask of a conversation. */
export function ViewFilterFields({ clientId, filter, change }: ViewFilterFieldsProps) {
  const { t } = useTranslation(['views', 'inbox']);
  const named = useStatuses(clientId);
  return (
    <>
      <StatusesSelect
        label={t('filter.statuses')}
        placeholder={t('filter.anyStatus')}
        named={named}
        asked={filter.statuses}
        change={(statuses) => change({ statuses })}
      />
      <div className={classes['pair']}>
        <TagsField
          clientId={clientId}
          label={t('filter.tags')}
          tags={filter.tags}
          change={(tags) => change({ tags })}
        />
        <TagsField
          clientId={clientId}
          label={t('filter.withoutTags')}
          tags={filter.withoutTags}
          change={(withoutTags) => change({ withoutTags })}
        />
      </div>
      <div className={classes['pair']}>
        <AssigneeField clientId={clientId} filter={filter} change={change} />
        <Select
          label={t('filter.promise')}
          allowDeselect={false}
          value={filter.promise ?? 'any'}
          data={(['any', ...viewPromises] as const).map((value) => ({
            value,
            label: t(`filter.promises.${value}`),
          }))}
          onChange={(value) => change({ promise: viewPromises.find((each) => each === value) ?? null })}
        />
      </div>
      <div className={classes['pair']}>
        <Select
          label={t('filter.waiting')}
          allowDeselect={false}
          value={filter.waiting === null ? 'any' : filter.waiting ? 'yes' : 'no'}
          data={(['any', 'yes', 'no'] as const).map((value) => ({
            value,
            label: t(`filter.waits.${value}`),
          }))}
          onChange={(value) => change({ waiting: value === 'any' ? null : value === 'yes' })}
        />
        <NumberInput
          label={t('filter.hours')}
          suffix={` ${t('filter.hourMark')}`}
          min={0}
          max={8_784}
          decimalScale={2}
          allowNegative={false}
          value={filter.waitingMinutes === null ? '' : filter.waitingMinutes / 60}
          onChange={(value) => change({ waitingMinutes: Math.round(Number(value) * 60) || null })}
        />
      </div>
      {clientId && <OwnOfClient clientId={clientId} filter={filter} change={change} />}
    </>
  );
}

interface TagsFieldProps {
  readonly clientId: ClientId | null;
  readonly label: string;
  readonly tags: readonly string[];
  readonly change: (tags: string[]) => void;
}

/** Offers the tags of the one client; in a view over several, they are typed. */
function TagsField({ clientId, label, tags, change }: TagsFieldProps) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.conversations.tags.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== null }),
  );
  return (
    <TagsInput
      label={label}
      value={[...tags]}
      data={[...(data ?? [])]}
      maxDropdownHeight={200}
      onChange={(values) => change(asTags(values))}
    />
  );
}

const standIns = ['any', 'me', 'nobody', 'somebody'] as const;

function AssigneeField({ clientId, filter, change }: ViewFilterFieldsProps) {
  const { t } = useTranslation('views');
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const able = operators.filter((each) => mayDo(each, 'conversations.work', clientId));
  return (
    <Select
      label={t('filter.assignee')}
      allowDeselect={false}
      searchable
      value={filter.assignee ?? 'any'}
      data={[
        ...standIns.map((value) => ({ value: value as string, label: t(`filter.assignees.${value}`) })),
        ...able.map(({ id, name }) => ({ value: id as string, label: name })),
      ]}
      onChange={(value) => {
        const named = standIns.find((each) => each === value);
        const operator = able.find(({ id }) => id === value);
        change({ assignee: operator?.id ?? (named && named !== 'any' ? named : null) });
      }}
    />
  );
}

function OwnOfClient({ clientId, filter, change }: ViewFilterFieldsProps & { clientId: ClientId }) {
  const { t } = useTranslation('views');
  const trpc = useTRPC();
  const { data: channels = [] } = useQuery(trpc.channels.list.queryOptions({ clientId }));
  const { data: fields = [] } = useQuery(trpc.fields.list.queryOptions({ clientId }));
  return (
    <>
      {channels.length > 1 && (
        <MultiSelect
          label={t('filter.channels')}
          value={filter.channels}
          data={channels.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(values) =>
            change({ channels: channels.map(({ id }) => id).filter((id) => values.includes(id)) })
          }
        />
      )}
      {fields.length > 0 && (
        <ViewFieldQuestions
          fields={fields}
          questions={filter.fields}
          change={(questions) => change({ fields: questions })}
        />
      )}
    </>
  );
}
