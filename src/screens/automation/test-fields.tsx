import { MultiSelect, Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { textPlaces } from '../../../electron/shared/automation-words.ts';
import type { Test } from '../../../electron/shared/automations.ts';
import { conversationStatuses, tagPattern } from '../../../electron/shared/conversation-words.ts';
import type { Field } from '../../../electron/shared/fields.ts';
import type { ChannelId, ClientId } from '../../../electron/shared/ids.ts';
import { may } from '../../../electron/shared/permissions.ts';
import { FieldQuestion } from '../../components/field-input/field-question.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './automation.module.css';

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
  const { t } = useTranslation(['automation', 'inbox']);
  switch (test.kind) {
    case 'text':
      return <TextTest test={test} change={change} />;
    case 'status':
      return (
        <MultiSelect
          {...grow}
          aria-label={t('condition.kinds.status')}
          value={test.any}
          data={conversationStatuses.map((value) => ({
            value,
            label: t(`status.${value}`, { ns: 'inbox' }),
          }))}
          onChange={(values) =>
            change({ ...test, any: conversationStatuses.filter((status) => values.includes(status)) })
          }
        />
      );
    case 'tag':
      return (
        <TagsInput
          {...grow}
          aria-label={t('condition.kinds.tag')}
          value={test.any}
          onChange={(tags) =>
            change({
              ...test,
              any: tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tagPattern.test(tag)),
            })
          }
        />
      );
    case 'assignee':
      return <AssigneeTest clientId={clientId} test={test} change={change} />;
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

const standIns = ['nobody', 'somebody'] as const;

function AssigneeTest({
  clientId,
  test,
  change,
}: TestProps<Extract<Test, { kind: 'assignee' }>> & { readonly clientId: ClientId }) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const able = operators.filter((each) => may(each, 'conversations.work', clientId));
  return (
    <Select
      {...grow}
      aria-label={t('condition.kinds.assignee')}
      allowDeselect={false}
      value={test.is}
      data={[
        ...standIns.map((each) => ({ value: each as string, label: t(`condition.${each}`) })),
        ...able.map(({ id, name }) => ({ value: id as string, label: name })),
      ]}
      onChange={(value) => {
        const is = standIns.find((each) => each === value) ?? able.find(({ id }) => id === value)?.id;
        if (is) change({ ...test, is });
      }}
    />
  );
}
