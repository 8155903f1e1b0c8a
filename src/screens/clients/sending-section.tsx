import { Button, NativeSelect, NumberInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuoteMode } from '../../../electron/shared/composing.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import type { SendingRules } from '../../../electron/shared/outbox.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';

const modes = ['last', 'thread', 'none'] as const satisfies readonly QuoteMode[];

/** How this client's replies leave. */
export function SendingSection({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const { data: rules } = useQuery(trpc.outbox.sendingRules.queryOptions({ clientId }));
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('sending.title')}</Title>
      {rules && <SendingForm clientId={clientId} initial={rules} />}
    </section>
  );
}

interface SendingFormProps {
  readonly clientId: ClientId;
  readonly initial: SendingRules;
}

function SendingForm({ clientId, initial }: SendingFormProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const [seconds, setSeconds] = useState(initial.undoSeconds);
  const [quote, setQuote] = useState(initial.quote);
  const save = useMutation(trpc.outbox.setSendingRules.mutationOptions());
  return (
    <form
      className={classes['section']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ clientId, rules: { undoSeconds: seconds, quote } });
      }}
    >
      <NumberInput
        label={t('sending.undo')}
        description={t('sending.undoHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        suffix={` ${t('sending.seconds')}`}
        w={260}
        min={0}
        max={120}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={seconds}
        onChange={(value) => {
          save.reset();
          setSeconds(Number(value) || 0);
        }}
      />
      <NativeSelect
        label={t('sending.quote')}
        description={t('sending.quoteHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        w={260}
        data={modes.map((value) => ({ value, label: t(`sending.quotes.${value}`) }))}
        value={quote}
        onChange={({ currentTarget }) => {
          save.reset();
          setQuote(modes[currentTarget.selectedIndex] ?? 'last');
        }}
      />
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div className={classes['actions']}>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t(save.isSuccess ? 'sending.saved' : 'sending.save')}
        </Button>
      </div>
    </form>
  );
}
