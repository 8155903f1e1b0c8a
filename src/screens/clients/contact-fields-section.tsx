import { Button, CloseButton, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactField } from '../../../electron/shared/contacts.ts';
import { mostContactFields } from '../../../electron/shared/field-words.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';

/** What is kept of every customer of this client beyond name and address. */
export function ContactFieldsSection({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const { data: fields } = useQuery(trpc.contacts.fields.queryOptions({ clientId }));
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('fields.title')}</Title>
      <Text c="dimmed">{t('fields.hint')}</Text>
      {fields && <FieldsForm clientId={clientId} initial={fields} />}
    </section>
  );
}

interface FieldsFormProps {
  readonly clientId: ClientId;
  readonly initial: readonly ContactField[];
}

interface Draft {
  readonly id: ContactField['id'] | null;
  readonly name: string;
  readonly key: number;
}

const draftOf = (field: ContactField, key: number): Draft => ({ ...field, key });

function FieldsForm({ clientId, initial }: FieldsFormProps) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => initial.map(draftOf));
  const save = useMutation(
    trpc.contacts.saveFields.mutationOptions({ onSuccess: (saved) => setDrafts(saved.map(draftOf)) }),
  );
  const change = (next: readonly Draft[]) => {
    save.reset();
    setDrafts(next);
  };
  const isFull = drafts.length >= mostContactFields;
  const named = drafts.filter(({ name }) => name.trim() !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ clientId, fields: named.map(({ id, name }) => ({ id, name: name.trim() })) });
      }}
    >
      {drafts.map((draft, index) => (
        <TextInput
          key={draft.key}
          mb={8}
          w={320}
          maxLength={60}
          aria-label={draft.id === null ? t('fields.new') : t('fields.name')}
          placeholder={t('fields.new')}
          value={draft.name}
          onChange={(event) => {
            const name = event.currentTarget.value;
            change(drafts.map((each, at) => (at === index ? { ...each, name } : each)));
          }}
          rightSection={
            <CloseButton
              size="xs"
              aria-label={t('fields.remove', { name: draft.name })}
              onClick={() => change(drafts.filter((_, at) => at !== index))}
            />
          }
        />
      ))}
      {isFull && (
        <Text c="dimmed" role="status">
          {t('fields.full', { most: mostContactFields })}
        </Text>
      )}
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div className={classes['actions']}>
        <Button
          variant="default"
          disabled={isFull}
          onClick={() =>
            change([
              ...drafts,
              { id: null, name: '', key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1 },
            ])
          }
        >
          {t('fields.add')}
        </Button>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t(save.isSuccess ? 'fields.saved' : 'fields.save')}
        </Button>
      </div>
    </form>
  );
}
