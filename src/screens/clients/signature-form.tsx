import { Button, NativeSelect, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature, SignaturePlaceholder } from '../../../electron/shared/composing.ts';
import { may } from '../../../electron/shared/permissions.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';

const placeholders = [
  'operator.name',
  'operator.first_name',
  'client.name',
  'identity.name',
  'identity.address',
] as const satisfies readonly SignaturePlaceholder[];
const longest = 2_000;

interface SignatureFormProps {
  readonly clientId: ClientId;
  /** Null: a new one. */
  readonly initial: Signature | null;
  readonly close: () => void;
}

/** Whose, from where, and the words. */
export function SignatureForm({ clientId, initial, close }: SignatureFormProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const [operatorId, setOperatorId] = useState(initial?.operatorId ?? null);
  const [channelId, setChannelId] = useState(initial?.channelId ?? null);
  const [address, setAddress] = useState(initial?.address ?? null);
  const [text, setText] = useState(initial?.text ?? '');
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const { data: channels = [] } = useQuery(trpc.channels.list.queryOptions({ clientId }));
  const save = useMutation(trpc.signatures.save.mutationOptions({ onSuccess: close }));
  const people = operators.filter((each) => may(each, 'messages.send', clientId));
  const sending = channels.filter(({ manifest }) => manifest.canSend);
  const addresses = sending
    .filter(({ id }) => channelId === null || id === channelId)
    .flatMap(({ identities }) => identities.map((each) => each.address));
  return (
    <form
      className={classes['section']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ clientId, id: initial?.id ?? null, operatorId, address, channelId, text });
      }}
    >
      <div className={classes['fields']}>
        <NativeSelect
          label={t('signatures.for')}
          data={[
            { value: '', label: t('signatures.everybody') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={operatorId ?? ''}
          onChange={({ currentTarget }) => setOperatorId(people[currentTarget.selectedIndex - 1]?.id ?? null)}
        />
        {sending.length > 1 && (
          <NativeSelect
            label={t('signatures.mailbox')}
            data={[
              { value: '', label: t('signatures.everyMailbox') },
              ...sending.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={channelId ?? ''}
            onChange={({ currentTarget }) => {
              setChannelId(sending[currentTarget.selectedIndex - 1]?.id ?? null);
              setAddress(null);
            }}
          />
        )}
        <NativeSelect
          label={t('signatures.address')}
          data={[
            { value: '', label: t('signatures.everyAddress') },
            ...addresses.map((each) => ({ value: each, label: each })),
          ]}
          value={address ?? ''}
          onChange={({ currentTarget }) => setAddress(currentTarget.value || null)}
        />
      </div>
      <Textarea
        label={t('signatures.words')}
        value={text}
        dir="auto"
        autosize
        minRows={3}
        maxRows={10}
        maxLength={longest}
        required
        autoFocus
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Text c="dimmed" size="xs">
        {t('signatures.hint', { list: placeholders.map((each) => `{{${each}}}`).join('  ') })}
      </Text>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div className={classes['actions']}>
        <Button type="submit" loading={save.isPending} disabled={text.trim() === ''}>
          {t('signatures.save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('signatures.cancel')}
        </Button>
      </div>
    </form>
  );
}
