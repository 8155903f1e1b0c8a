import { Button, CloseButton, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../electron/shared/contacts.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './context-pane.module.css';

/** The core takes digits with what people write between them. */
const looksLikeNumber = /^\+?[\d\s()./-]{5,}$/u;

/** A customer's numbers: added and taken away at once. */
export function PhonesField({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const [number, setNumber] = useState('');
  const change = useMutation(trpc.contacts.setPhone.mutationOptions());
  const at = { clientId: person.clientId, contactId: person.id };
  const typed = number.trim();
  const add = () => change.mutate({ ...at, number: typed, on: true }, { onSuccess: () => setNumber('') });
  return (
    <fieldset className={classes['phones']}>
      <legend>{t('edit.phones')}</legend>
      {person.phones.map((each) => (
        <div key={each}>
          <bdi dir="ltr">{each}</bdi>
          <CloseButton
            size="xs"
            aria-label={t('edit.removePhone', { number: each })}
            onClick={() => change.mutate({ ...at, number: each, on: false })}
          />
        </div>
      ))}
      <div>
        <TextInput
          type="tel"
          dir="ltr"
          aria-label={t('edit.newPhone')}
          placeholder="+49 30 1234567"
          value={number}
          maxLength={40}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={change.isPending}
          disabled={!looksLikeNumber.test(typed)}
          onClick={add}
        >
          {t('edit.addPhone')}
        </Button>
      </div>
      {change.error && <FailureNotice failure={failureOf(change.error)} />}
    </fieldset>
  );
}
