import { Button, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrandException } from '../../../../electron/shared/brand-safety.ts';
import type { Client } from '../../../../electron/shared/clients.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from '../voice.module.css';
import { useOperatorName } from './use-operator-name.ts';

const shortest = { phrase: 2, reason: 3 };

/** What this client may say although it is another's, with who allowed it and when. */
export function BrandExceptions({ client }: { readonly client: Client }) {
  const { t } = useTranslation('brands');
  const trpc = useTRPC();
  const clientId = client.id;
  const { data: exceptions = [] } = useQuery(trpc.brandSafety.exceptions.queryOptions({ clientId }));
  const [phrase, setPhrase] = useState('');
  const [reason, setReason] = useState('');
  const end = useMutation(trpc.brandSafety.disallow.mutationOptions());
  const allow = useMutation(
    trpc.brandSafety.allow.mutationOptions({
      onSuccess() {
        setPhrase('');
        setReason('');
      },
    }),
  );
  const isReady = phrase.trim().length >= shortest.phrase && reason.trim().length >= shortest.reason;
  const failure = allow.error ?? end.error;
  return (
    <form
      className={classes['section']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) allow.mutate({ clientId, phrase, reason });
      }}
    >
      <Title order={2}>{t('exceptions.title')}</Title>
      <Text c="dimmed">{t('exceptions.text', { name: client.name })}</Text>
      {exceptions.length === 0 && <Text>{t('exceptions.none')}</Text>}
      <ul className={classes['exceptions']}>
        {exceptions.map((exception) => (
          <li key={exception.id}>
            <Exception {...exception} end={() => end.mutate({ clientId, id: exception.id })} />
          </li>
        ))}
      </ul>
      <div className={classes['noteActions']}>
        <TextInput
          size="xs"
          label={t('exceptions.phrase')}
          value={phrase}
          dir="auto"
          maxLength={120}
          onChange={(event) => setPhrase(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          className={classes['grow'] ?? ''}
          label={t('exceptions.reason')}
          value={reason}
          dir="auto"
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={!isReady} loading={allow.isPending}>
          {t('exceptions.allow')}
        </Button>
      </div>
      {failure && <FailureNotice failure={failureOf(failure)} />}
    </form>
  );
}

interface ExceptionProps extends BrandException {
  readonly end: () => void;
}

function Exception({ phrase, reason, operatorId, createdAt, end }: ExceptionProps) {
  const { t } = useTranslation('brands');
  const formats = useFormats();
  const nameOf = useOperatorName();
  return (
    <>
      <strong dir="auto">{phrase}</strong>
      <span dir="auto">{reason}</span>
      <small>{t('exceptions.by', { name: nameOf(operatorId), time: formats.exactTime(createdAt) })}</small>
      <Button
        size="compact-xs"
        variant="default"
        onClick={end}
        aria-label={`${t('exceptions.end')}: ${phrase}`}
      >
        {t('exceptions.end')}
      </Button>
    </>
  );
}
