import { NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { triggerKinds, type TriggerKind } from '../../../electron/shared/automation-words.ts';
import type { Trigger } from '../../../electron/shared/automations.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { StatusesSelect } from '../../components/status-select/statuses-select.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { useStatuses } from '../../rpc/use-statuses.ts';
import classes from './automation.module.css';
import { TagsField } from './tags-field.tsx';

interface TriggerFieldsProps {
  readonly clientId: ClientId;
  readonly trigger: Trigger;
  readonly change: (trigger: Trigger) => void;
}

function newTrigger(kind: TriggerKind): Trigger {
  switch (kind) {
    case 'status-changed':
      return { kind, to: [] };
    case 'tag-added':
      return { kind, tags: [] };
    case 'field-changed':
      return { kind, fieldId: null };
    case 'no-reply':
      return { kind, minutes: 240 };
    default:
      return { kind };
  }
}

/** What a rule waits for. */
export function TriggerFields({ clientId, trigger, change }: TriggerFieldsProps) {
  const { t } = useTranslation('automation');
  return (
    <div className={classes['line']}>
      <Select
        size="xs"
        w={300}
        aria-label={t('rules.when')}
        allowDeselect={false}
        value={trigger.kind}
        data={triggerKinds.map((value) => ({ value, label: t(`trigger.${value}`) }))}
        onChange={(value) => {
          const kind = triggerKinds.find((each) => each === value);
          if (kind) change(newTrigger(kind));
        }}
      />
      <Details clientId={clientId} trigger={trigger} change={change} />
    </div>
  );
}

function Details({ clientId, trigger, change }: TriggerFieldsProps) {
  const { t } = useTranslation('automation');
  const statuses = useStatuses(clientId);
  const trpc = useTRPC();
  const { data: fields = [] } = useQuery(trpc.fields.list.queryOptions({ clientId }));
  const grow = { size: 'xs', className: classes['grow'] ?? '' } as const;
  switch (trigger.kind) {
    case 'status-changed':
      return (
        <StatusesSelect
          small
          {...grow}
          label={t('trigger.statuses')}
          placeholder={t('trigger.statuses')}
          named={statuses}
          asked={trigger.to}
          change={(to) => change({ ...trigger, to })}
        />
      );
    case 'tag-added':
      return (
        <TagsField
          label={t('trigger.tags')}
          placeholder={t('trigger.tags')}
          tags={trigger.tags}
          change={(tags) => change({ ...trigger, tags })}
        />
      );
    case 'field-changed':
      return (
        <Select
          {...grow}
          aria-label={t('trigger.field')}
          allowDeselect={false}
          value={trigger.fieldId ?? 'any'}
          data={[
            { value: 'any', label: t('trigger.anyField') },
            ...fields.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          onChange={(value) =>
            change({ ...trigger, fieldId: fields.find(({ id }) => id === value)?.id ?? null })
          }
        />
      );
    case 'no-reply':
      return (
        <NumberInput
          size="xs"
          w={180}
          aria-label={t('trigger.hours')}
          suffix={` ${t('trigger.hours')}`}
          min={0.25}
          max={2_200}
          step={0.5}
          decimalScale={2}
          allowNegative={false}
          value={trigger.minutes / 60}
          onChange={(value) => change({ ...trigger, minutes: Math.max(1, Math.round(Number(value) * 60)) })}
        />
      );
    default:
      return null;
  }
}
