import { Button, CloseButton, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActionKind } from '../../../electron/shared/action-words.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { ActionFields } from './action-fields.tsx';
import classes from './automation.module.css';
import { replaced, without } from './list-edits.ts';
import { newAction, type WrittenAction } from './new-action.ts';

interface ActionListProps<One extends WrittenAction> {
  readonly clientId: ClientId;
  readonly kinds: readonly ActionKind[];
  readonly actions: readonly One[];
  readonly change: (actions: WrittenAction[]) => void;
}

/** Steps, one after the other. */
export function ActionList<One extends WrittenAction>(props: ActionListProps<One>) {
  const { clientId, kinds, actions, change } = props;
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { data: fields = [] } = useQuery(trpc.fields.list.queryOptions({ clientId }));
  const { data: templates = [] } = useQuery(trpc.templates.list.queryOptions({ clientId }));
  const offered = {
    fields,
    templates: templates.filter(({ publishedVersion, expired }) => publishedVersion !== null && !expired),
  };
  const able = kinds.filter((kind) => newAction(kind, offered) !== null);
  return (
    <>
      {actions.map((action, index) => (
        <div
          key={index}
          className={classes['line']}
          role="group"
          aria-label={t('action.label', { number: index + 1 })}
        >
          <Select
            w={210}
            size="xs"
            aria-label={t('action.kind')}
            allowDeselect={false}
            value={action.kind}
            data={able.map((kind) => ({ value: kind, label: t(`action.kinds.${kind}`) }))}
            onChange={(value) => {
              const kind = able.find((each) => each === value);
              const next = kind && newAction(kind, offered);
              if (next) change(replaced<WrittenAction>(actions, index, next));
            }}
          />
          <ActionFields
            clientId={clientId}
            action={action}
            mayBeMe={!kinds.includes('notify')}
            fields={fields}
            templates={offered.templates}
            change={(next) => change(replaced<WrittenAction>(actions, index, next))}
          />
          <CloseButton
            aria-label={t('action.remove', { number: index + 1 })}
            onClick={() => change(without(actions, index))}
          />
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<Icon name="plus" size={12} />}
        disabled={actions.length >= 20}
        onClick={() => change([...actions, { kind: 'tag', tag: '' }])}
      >
        {t('action.add')}
      </Button>
    </>
  );
}
