import { ActionIcon, Badge, Button, Select, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { type Grant, type Operator, Role } from '../../../electron/shared/operators.ts';
import { useSession } from '../../app/session.tsx';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './settings.module.css';

/** Stands for a grant in every client. */
const everywhere = 'everywhere';

interface OperatorCardProps {
  readonly operator: Operator;
  readonly isSelf: boolean;
}

/** One operator and the roles they hold; a change is in force at once. */
export function OperatorCard({ operator, isSelf }: OperatorCardProps) {
  const { t } = useTranslation('settings');
  const { clients } = useSession();
  const trpc = useTRPC();
  const grant = useMutation(trpc.operators.grant.mutationOptions());
  const remove = useMutation(trpc.operators.remove.mutationOptions());
  const { grants } = operator;
  const change = (next: readonly Grant[]) => grant.mutate({ operatorId: operator.id, grants: [...next] });
  const error = grant.error ?? remove.error;
  return (
    <div className={classes['operator']} role="group" aria-label={operator.name}>
      <div className={classes['operatorHead']}>
        <Icon name="person" />
        <Text fw={600} className={classes['grow'] ?? ''} truncate>
          {operator.name}
        </Text>
        {isSelf && <Badge variant="default">{t('you')}</Badge>}
        {!isSelf && (
          <Button
            size="xs"
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate({ operatorId: operator.id })}
          >
            {t('removeOperator')}
          </Button>
        )}
      </div>
      {grants.length === 0 && <Text c="dimmed">{t('noRole')}</Text>}
      {grants.map((each, index) => (
        <GrantRow
          key={`${each.clientId}/${each.role}`}
          grant={each}
          change={(next) => change(grants.map((old, at) => (at === index ? next : old)))}
          remove={() => change(grants.filter((_, at) => at !== index))}
        />
      ))}
      <div className={classes['actions']}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={12} />}
          disabled={clients.length === 0}
          onClick={() =>
            change([
              ...grants,
              firstNewGrant(
                grants,
                clients.map((client) => client.id),
              ),
            ])
          }
        >
          {t('addRole')}
        </Button>
      </div>
      {error && <FailureNotice failure={failureOf(error)} />}
    </div>
  );
}

interface GrantRowProps {
  readonly grant: Grant;
  readonly change: (grant: Grant) => void;
  readonly remove: () => void;
}

function GrantRow({ grant, change, remove }: GrantRowProps) {
  const { t } = useTranslation('settings');
  const { clients } = useSession();
  const places = [
    { value: everywhere, label: t('everyClient') },
    ...clients.map((client) => ({ value: client.id as string, label: client.name })),
  ];
  return (
    <div className={classes['grant']}>
      <Select
        aria-label={t('role')}
        size="xs"
        allowDeselect={false}
        data={Role.options.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        value={grant.role}
        onChange={(value) => change({ ...grant, role: Role.parse(value) })}
      />
      <Select
        aria-label={t('client')}
        size="xs"
        allowDeselect={false}
        data={places}
        value={grant.clientId ?? everywhere}
        onChange={(value) => {
          const clientId = clients.find((client) => client.id === value)?.id ?? null;
          change({ ...grant, clientId });
        }}
      />
      <ActionIcon variant="subtle" aria-label={t('removeRole')} onClick={remove}>
        <Icon name="close" size={14} />
      </ActionIcon>
    </div>
  );
}

/** An agent's role for the first client where this operator has none yet. */
function firstNewGrant(grants: readonly Grant[], clientIds: readonly ClientId[]): Grant {
  const free = clientIds.find((id) => !grants.some((each) => each.clientId === id && each.role === 'agent'));
  return { clientId: free ?? clientIds[0] ?? null, role: 'agent' };
}
