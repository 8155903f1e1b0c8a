import { Button, Select, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Identity } from '../../../../electron/shared/channels.ts';
import { longestSubject } from '../../../../electron/shared/conversation-words.ts';
import type { DeepLink } from '../../../../electron/shared/deep-links.ts';
import { clientLook } from '../../../components/client-mark/client-mark.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { readAddress } from '../composer/addresses.ts';
import { RecipientsField } from '../composer/recipients-field.tsx';
import { isTyped, nothingTyped, type TypedPeople } from '../composer/typed-people.ts';
import { ClientChoice } from './client-choice.tsx';
import classes from './new-message.module.css';
import { useFromChoice } from './use-from-choice.ts';
import { placeOf, useSenders } from './use-senders.ts';

/** What a link from outside asks to be written. */
export type Prefill = Extract<DeepLink, { kind: 'compose' }>;

interface NewMessageProps {
  readonly prefill: Prefill | null;
  readonly close: () => void;
}

/** As whom, to whom, about what: then the composer of a new conversation of that client opens. Nothing is sent here. */
export function NewMessage({ prefill, close }: NewMessageProps) {
  const { t } = useTranslation('inbox');
  const trpc = useTRPC();
  const [location, go] = useLocation();
  const { senders, usual } = useSenders(location);
  const [client, setClient] = useState(usual);
  const from = useFromChoice(client?.id ?? null);
  const [people, setPeople] = useState(() => peopleOf(prefill));
  const [typed, setTyped] = useState(nothingTyped);
  const [subject, setSubject] = useState((prefill?.subject ?? '').slice(0, longestSubject));
  const [tried, setTried] = useState(false);
  const begin = useMutation(trpc.outbox.begin.mutationOptions());

  const lacksPeople = tried && people.to.length === 0 && typed.to === '';

  function write(): void {
    setTried(true);
    if (!client || !from.chosen || people.to.length === 0 || isTyped(typed)) return;
    const { id: clientId } = client;
    begin.mutate(
      {
        clientId,
        channelId: from.chosen.channelId,
        identity: from.chosen.identity,
        recipients: { to: [...people.to], cc: [...people.cc], bcc: [...people.bcc] },
        subject: subject.trim(),
        text: prefill?.body ?? '',
      },
      {
        onSuccess({ conversationId }) {
          close();
          go(placeOf(location, { clientId, conversationId }));
        },
      },
    );
  }
  return (
    <Dialog
      onClose={close}
      title={t('newMessage.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('newMessage.cancel') }}
    >
      <form
        className={classes['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
        {...(client ? clientLook(client) : {})}
      >
        <div className={classes['weave']} />
        <ClientChoice
          clients={senders}
          chosen={client}
          choose={setClient}
          error={tried && !client ? t('newMessage.whichClient') : null}
        />
        <Select
          size="xs"
          label={t('composer.from')}
          data={from.choices.map(({ value, label }) => ({ value, label }))}
          value={from.chosen?.value ?? null}
          allowDeselect={false}
          disabled={!client}
          onChange={from.choose}
          error={client && from.isEmpty ? t('newMessage.noChannel', { name: client.name }) : null}
        />
        {(['to', 'cc', 'bcc'] as const).map((field) => (
          <RecipientsField
            key={field}
            clientId={client?.id ?? null}
            label={t(`composer.${field}`)}
            value={people[field]}
            onChange={(list) => setPeople((before) => ({ ...before, [field]: list }))}
            typed={typed[field]}
            onTyped={(text) => setTyped((before) => ({ ...before, [field]: text }))}
            autoFocus={field === 'to' && client !== null && people.to.length === 0}
            tried={tried}
            error={lacksPeople && field === 'to' ? t('obstacle.no-recipient') : null}
          />
        ))}
        <TextInput
          size="xs"
          label={t('composer.subject')}
          value={subject}
          dir="auto"
          maxLength={longestSubject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        {prefill?.body && <Text className={classes['hint']}>{t('newMessage.withText')}</Text>}
        {begin.error && <FailureNotice failure={failureOf(begin.error)} />}
        <div className={classes['actions']}>
          <Button size="xs" variant="default" onClick={close}>
            {t('newMessage.cancel')}
          </Button>
          <Button
            className={client ? (classes['write'] ?? '') : ''}
            size="xs"
            type="submit"
            loading={begin.isPending}
          >
            {client ? t('newMessage.write', { name: client.name }) : t('newMessage.writeAsNobody')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function peopleOf(prefill: Prefill | null): Record<keyof TypedPeople, readonly Identity[]> {
  const read = (addresses: readonly string[] = []) =>
    addresses.flatMap((address) => readAddress(address) ?? []);
  return { to: read(prefill?.to), cc: read(prefill?.cc), bcc: [] };
}
