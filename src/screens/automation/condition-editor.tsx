import { Button, CloseButton, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { testsOfKind } from '../../../electron/shared/field-words.ts';
import type { Condition, Test } from '../../../electron/shared/automations.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './automation.module.css';
import { conditionOf, groupOf, joins, type Group, type Node } from './condition-tree.ts';
import { replaced, without } from './list-edits.ts';
import { TestFields } from './test-fields.tsx';

interface ConditionEditorProps {
  readonly clientId: ClientId;
  readonly condition: Condition;
  readonly change: (condition: Condition) => void;
}

/** What must hold, in groups within a group. */
export function ConditionEditor({ clientId, condition, change }: ConditionEditorProps) {
  return (
    <GroupEditor
      clientId={clientId}
      group={groupOf(condition)}
      depth={0}
      change={(group) => change(conditionOf(group))}
    />
  );
}

interface GroupEditorProps {
  readonly clientId: ClientId;
  readonly group: Group;
  /** Groups within groups within groups are read by nobody. */
  readonly depth: 0 | 1;
  readonly change: (group: Group) => void;
  readonly remove?: () => void;
}

const emptyTest: Node = {
  kind: 'test',
  not: false,
  test: { kind: 'text', in: 'subject', how: 'contains', words: [] },
};

function GroupEditor({ clientId, group, depth, change, remove }: GroupEditorProps) {
  const { t } = useTranslation('automation');
  const put = (of: readonly Node[]) => change({ ...group, of });
  return (
    <div className={classes['group']} role="group" aria-label={t(`condition.joins.${group.join}`)}>
      <div className={classes['line']}>
        <Select
          size="xs"
          w={220}
          aria-label={t('condition.join')}
          allowDeselect={false}
          value={group.join}
          data={joins.map((value) => ({ value, label: t(`condition.joins.${value}`) }))}
          onChange={(value) => change({ ...group, join: joins.find((join) => join === value) ?? 'all' })}
        />
        {remove && <CloseButton aria-label={t('condition.remove')} onClick={remove} />}
      </div>
      {group.of.map((node, index) =>
        node.kind === 'group' && depth === 0 ? (
          <GroupEditor
            key={index}
            clientId={clientId}
            group={node}
            depth={1}
            change={(next) => put(replaced<Node>(group.of, index, next))}
            remove={() => put(without(group.of, index))}
          />
        ) : node.kind === 'test' ? (
          <TestRow
            key={index}
            clientId={clientId}
            node={node}
            change={(next) => put(replaced<Node>(group.of, index, next))}
            remove={() => put(without(group.of, index))}
          />
        ) : null,
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<Icon name="plus" size={12} />}
        onClick={() => put([...group.of, emptyTest])}
      >
        {t('condition.add')}
      </Button>
      {depth === 0 && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Icon name="plus" size={12} />}
          onClick={() => put([...group.of, { kind: 'group', join: 'any', of: [emptyTest] }])}
        >
          {t('condition.addGroup')}
        </Button>
      )}
    </div>
  );
}

type TestNode = Extract<Node, { kind: 'test' }>;
const testKinds = ['text', 'status', 'tag', 'assignee', 'channel', 'field', 'attachment', 'hours'] as const;

interface TestRowProps {
  readonly clientId: ClientId;
  readonly node: TestNode;
  readonly change: (node: TestNode) => void;
  readonly remove: () => void;
}

function TestRow({ clientId, node, change, remove }: TestRowProps) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { data: fields = [] } = useQuery(trpc.fields.list.queryOptions({ clientId }));
  const { data: channels = [] } = useQuery(trpc.channels.list.queryOptions({ clientId }));
  const able = testKinds.filter((kind) => kind !== 'field' || fields.length > 0);
  function newTest(kind: (typeof testKinds)[number]): Test {
    const [field] = fields;
    switch (kind) {
      case 'text':
        return { kind, in: 'subject', how: 'contains', words: [] };
      case 'status':
        return { kind, any: ['new'] };
      case 'tag':
        return { kind, any: [] };
      case 'assignee':
        return { kind, is: 'nobody' };
      case 'channel':
        return { kind, any: channels.slice(0, 1).map(({ id }) => id) };
      case 'field':
        if (!field) return { kind: 'attachment' };
        return { kind, fieldId: field.id, how: testsOfKind[field.kind][0] ?? 'is', values: [] };
      case 'attachment':
        return { kind };
      case 'hours':
        return { kind, open: false };
    }
  }
  return (
    <div className={classes['line']}>
      <Select
        size="xs"
        w={160}
        aria-label={t('condition.kind')}
        allowDeselect={false}
        value={node.test.kind}
        data={able.map((value) => ({ value, label: t(`condition.kinds.${value}`) }))}
        onChange={(value) => {
          const kind = able.find((each) => each === value);
          if (kind) change({ ...node, test: newTest(kind) });
        }}
      />
      <TestFields
        clientId={clientId}
        fields={fields}
        channels={channels}
        test={node.test}
        change={(test) => change({ ...node, test })}
      />
      <CloseButton aria-label={t('condition.remove')} onClick={remove} />
    </div>
  );
}
