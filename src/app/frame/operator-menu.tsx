import { Menu, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from 'wouter/use-hash-location';
import { Icon } from '../../components/icon/icon.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { useSession } from '../session.tsx';
import { tellSatDown } from '../window/sat-down.ts';
import classes from './rail.module.css';

/** Who sits here and whether they are at the desk, and letting somebody else sit down. */
export const OperatorMenu = memo(function OperatorMenu() {
  const { t } = useTranslation();
  const { operator } = useSession();
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const { data: away = [] } = useQuery(trpc.people.away.queryOptions());
  const setAway = useMutation(trpc.people.setAway.mutationOptions());
  const isAway = away.includes(operator.id);
  const queries = useQueryClient();
  // Nothing that the one before could see stays, and each role lands where its work is.
  const sitDown = useMutation(
    trpc.workspace.sitDown.mutationOptions({
      onSuccess: async () => {
        tellSatDown();
        void queries.resetQueries();
        // Home as soon as one knows whose it is: whoever goes somewhere after that stays there.
        await queries.ensureQueryData(trpc.workspace.state.queryOptions());
        navigate('/');
      },
    }),
  );
  return (
    <Menu position="right-end" width={240}>
      <Menu.Target>
        <UnstyledButton
          className={classes['place']}
          title={operator.name}
          aria-label={t(isAway ? 'operator.menuAway' : 'operator.menu', { name: operator.name })}
        >
          <Icon name="person" size={20} />
          {isAway && (
            <span className={classes['absent']}>
              <Icon name="clock" size={14} />
            </span>
          )}
          <span className={classes['label']}>{operator.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          rightSection={isAway ? null : <Icon name="check" />}
          onClick={() => setAway.mutate({ away: false })}
        >
          {t('operator.here')}
        </Menu.Item>
        <Menu.Item
          rightSection={isAway ? <Icon name="check" /> : null}
          title={t('operator.hint')}
          onClick={() => setAway.mutate({ away: true })}
        >
          {t('operator.away')}
        </Menu.Item>
        <Menu.Divider />
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
});
