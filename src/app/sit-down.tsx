import { Button, Stack, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../components/failure/failure-notice.tsx';
import { Icon } from '../components/icon/icon.tsx';
import { failureOf } from '../rpc/failure.ts';
import { useTRPC } from '../rpc/trpc.ts';
import classes from './sit-down.module.css';

/** Asks who is at the desk, where the workspace does not know. */
export function SitDown() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { data: operators, error, refetch } = useQuery(trpc.operators.list.queryOptions());
  const sitDown = useMutation(trpc.workspace.sitDown.mutationOptions());
  if (!operators)
    return error && <FailureNotice failure={failureOf(error)} retry={() => void refetch()} fill />;
  return (
    <main className={classes['page']}>
      <Stack gap="sm" w={320}>
        <Title order={1}>{t('sitDown.question')}</Title>
        {operators.map((operator) => (
          <Button
            key={operator.id}
            variant="default"
            justify="flex-start"
            leftSection={<Icon name="person" />}
            onClick={() => sitDown.mutate({ operatorId: operator.id })}
          >
            {operator.name}
          </Button>
        ))}
      </Stack>
    </main>
  );
}
