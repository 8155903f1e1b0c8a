import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../electron/shared/composing.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';
import { SignatureForm } from './signature-form.tsx';
import styles from './signatures-section.module.css';

/** What stands below this client's messages, by who sends them and from where. */
export function SignaturesSection({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const { data: signatures } = useQuery(trpc.signatures.list.queryOptions({ clientId }));
  const [editing, setEditing] = useState<Signature['id'] | 'new' | null>(null);
  const close = () => setEditing(null);
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('signatures.title')}</Title>
      <Text c="dimmed">{t('signatures.text')}</Text>
      {signatures?.length === 0 && editing === null && <Text c="dimmed">{t('signatures.none')}</Text>}
      {signatures?.map((signature) =>
        editing === signature.id ? (
          <SignatureForm key={signature.id} clientId={clientId} initial={signature} close={close} />
        ) : (
          <SignatureRow
            key={signature.id}
            clientId={clientId}
            signature={signature}
            edit={() => setEditing(signature.id)}
          />
        ),
      )}
      {editing === 'new' ? (
        <SignatureForm clientId={clientId} initial={null} close={close} />
      ) : (
        <div className={classes['actions']}>
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
            {t('signatures.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface SignatureRowProps {
  readonly clientId: ClientId;
  readonly signature: Signature;
  readonly edit: () => void;
}

function SignatureRow({ clientId, signature, edit }: SignatureRowProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const { data: channels } = useQuery(trpc.channels.list.queryOptions({ clientId }));
  const remove = useMutation(trpc.signatures.remove.mutationOptions());
  const { id, operatorId, address, channelId, text } = signature;
  const who = operators?.find((each) => each.id === operatorId)?.name ?? t('signatures.everybody');
  const from =
    address ??
    channels?.find((each) => each.id === channelId)?.name ??
    t(channelId === null ? 'signatures.everyAddress' : 'signatures.mailbox');
  return (
    <article className={styles['row']} aria-label={t('signatures.of', { who, from })}>
      <header className={styles['head']}>
        <strong>{who}</strong>
        <bdi className={styles['from']}>{from}</bdi>
        <Button size="compact-xs" variant="default" onClick={edit}>
          {t('signatures.edit')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          loading={remove.isPending}
          onClick={() => remove.mutate({ clientId, id })}
        >
          {t('signatures.remove')}
        </Button>
      </header>
      <pre className={styles['words']} dir="auto">
        {text}
      </pre>
      {remove.error && <FailureNotice failure={failureOf(remove.error)} />}
    </article>
  );
}
