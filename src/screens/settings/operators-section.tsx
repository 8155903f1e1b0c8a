import { Button, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { OperatorCard } from './operator-card.tsx';
import classes from './settings.module.css';

/** Who works here, and what they may do for which client. */
export function OperatorsSection() {
  const { t } = useTranslation('settings');
  const { operator: self } = useSession();
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('operators')}</Title>
      <Text c="dimmed">{t('operatorsText')}</Text>
      {operators.map((operator) => (
        <OperatorCard key={operator.id} operator={operator} isSelf={operator.id === self.id} />
      ))}
      <AddOperator />
    </section>
  );
}

function AddOperator() {
  const { t } = useTranslation('settings');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const trpc = useTRPC();
  const add = useMutation(
    trpc.operators.add.mutationOptions({
      onSuccess: () => {
        setName('');
        setEmail('');
      },
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) add.mutate({ name, email: email.trim() || null, grants: [] });
      }}
    >
      <div className={classes['adding']}>
        <TextInput
          label={t('name')}
          value={name}
          maxLength={120}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <TextInput
          label={t('email')}
          type="email"
          value={email}
          onChange={(e) => setEmail(e.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!name.trim()} loading={add.isPending}>
          {t('addOperator')}
        </Button>
      </div>
      {add.error && <FailureNotice failure={failureOf(add.error)} />}
    </form>
  );
}
