import { Menu, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Icon } from '../../components/icon/icon.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { useSession } from '../session.tsx';
import classes from './rail.module.css';

/** Who sits here, and letting somebody else sit down. */
export function OperatorMenu() {
  const { t } = useTranslation();
  const { operator } = useSession();
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const queries = useQueryClient();
  const [, go] = useLocation();
  // Nothing that the one before could see stays, and each role lands where its work is.
  const sitDown = useMutation(
    trpc.workspace.sitDown.mutationOptions({
      onSuccess: async () => {
        await queries.resetQueries();
        go('/');
      },
    }),
  );
  return (
    <Menu position="right-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes['place']} aria-label={t('operator.menu', { name: operator.name })}>
          <Icon name="person" size={20} />
          <span className={classes['label']}>{operator.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('operator.sitDownAs')}</Menu.Label>
        {operators.map((each) => (
          <Menu.Item
            key={each.id}
            disabled={each.id === operator.id}
            rightSection={each.id === operator.id ? <Icon name="check" /> : null}
            onClick={() => sitDown.mutate({ operatorId: each.id })}
          >
            {each.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
