import { MultiSelect, Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textPlaces } from '../../../electron/shared/automation-words.ts';
import type { Test } from '../../../electron/shared/automations.ts';
import type { Field } from '../../../electron/shared/fields.ts';
import type { ChannelId, ClientId } from '../../../electron/shared/ids.ts';
import { FieldQuestion } from '../../components/field-input/field-question.tsx';
import { StatusesSelect } from '../../components/status-select/statuses-select.tsx';
import { useStatuses } from '../../rpc/use-statuses.ts';
import classes from './automation.module.css';
import { PersonSelect } from './person-select.tsx';
import { TagsField } from './tags-field.tsx';

interface TestFieldsProps {
  readonly clientId: ClientId;
  readonly fields: readonly Field[];
  readonly channels: readonly { readonly id: ChannelId; readonly name: string }[];
  readonly test: Test;
  readonly change: (test: Test) => void;
}

const hows = ['contains', 'is', 'begins'] as const;
const grow = { size: 'xs', className: classes['grow'] ?? '' } as const;

/** What a test needs to be told. */
export function TestFields({ clientId, fields, channels, test, change }: TestFieldsProps) {
  const { t } = useTranslation('automation');
  const statuses = useStatuses(clientId);
  switch (test.kind) {
    case 'text':
      return <TextTest test={test} change={change} />;
    case 'status':
      return (
        <StatusesSelect
          small
          {...grow}
          label={t('condition.kinds.status')}
          named={statuses}
          asked={test.any}
          change={(any) => change({ ...test, any })}
        />
      );
    case 'tag':
      return (
        <TagsField
          label={t('condition.kinds.tag')}
          tags={test.any}
          change={(any) => change({ ...test, any })}
        />
      );
    case 'assignee':
      return (
        <PersonSelect
          clientId={clientId}
          label={t('condition.kinds.assignee')}
          standIns={(['nobody', 'somebody'] as const).map((value) => ({
            value,
            label: t(`condition.${value}`),
          }))}
          value={test.is}
          change={(is) => change({ ...test, is })}
        />
      );
    case 'channel':
      return (
        <MultiSelect
          {...grow}
          aria-label={t('condition.kinds.channel')}
          value={test.any}
          data={channels.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(values) =>
            change({ ...test, any: channels.map(({ id }) => id).filter((id) => values.includes(id)) })
          }
        />
      );
    case 'field':
      return (
        <FieldQuestion
          fields={fields}
          question={test}
          change={(question) => change({ kind: 'field', ...question })}
        />
      );
    case 'hours':
      return (
        <Select
          {...grow}
          aria-label={t('condition.kinds.hours')}
          allowDeselect={false}
          value={test.open ? 'open' : 'closed'}
          data={(['open', 'closed'] as const).map((value) => ({
            value,
            label: t(`condition.says.${value}`),
          }))}
          onChange={(value) => change({ ...test, open: value === 'open' })}
        />
      );
    case 'attachment':
      return null;
  }
}

interface TestProps<One extends Test> {
  readonly test: One;
  readonly change: (test: Test) => void;
}

function TextTest({ test, change }: TestProps<Extract<Test, { kind: 'text' }>>) {
  const { t } = useTranslation('automation');
  return (
    <>
      <Select
        size="xs"
        w={130}
        aria-label={t('condition.place')}
        allowDeselect={false}
        value={test.in}
        data={textPlaces.map((value) => ({ value, label: t(`condition.places.${value}`) }))}
        onChange={(value) => change({ ...test, in: textPlaces.find((each) => each === value) ?? 'subject' })}
      />
      <Select
        size="xs"
        w={120}
        aria-label={t('condition.how')}
        allowDeselect={false}
        value={test.how}
        data={hows.map((value) => ({ value, label: t(`condition.hows.${value}`) }))}
        onChange={(value) => change({ ...test, how: hows.find((each) => each === value) ?? 'contains' })}
      />
      <TagsInput
        {...grow}
        aria-label={t('condition.words')}
        placeholder={test.words.length > 0 ? '' : t('condition.words')}
        value={test.words}
        onChange={(words) => change({ ...test, words: words.map((word) => word.trim()).filter(Boolean) })}
      />
    </>
  );
}
