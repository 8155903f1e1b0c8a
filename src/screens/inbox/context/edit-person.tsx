import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Known, Person } from '../../../../electron/shared/contacts.ts';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './context-pane.module.css';
import { languageName } from '../../../i18n/language-name.ts';
import { PhonesField } from './phones-field.tsx';

interface EditPersonProps {
  readonly person: Person;
  readonly close: () => void;
}

/** Languages that customers are likely to write; any other that is set already stays offered. */
const commonLanguages =
  'en es ar de fr it pt nl pl tr ru uk he fa hi bn ur zh ja ko vi id sv da nb fi cs el hu ro'.split(' ');
const saidOf = (known: Known | null): string => (known?.by === 'set' ? known.value : '');

/** What a person says of a customer; what is left empty is guessed again. */
export function EditPerson({ person, close }: EditPersonProps) {
  const { t, i18n } = useTranslation('contacts');
  const [name, setName] = useState(person.name);
  const [language, setLanguage] = useState(saidOf(person.language));
  const [timeZone, setTimeZone] = useState(saidOf(person.timeZone));
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const { save, isSaving, error } = useSaving(person, close);
  return (
    <Dialog
      onClose={close}
      title={t('edit.title')}
      size={440}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save({ name, language, timeZone, values });
        }}
      >
        <TextInput
          data-autofocus
          label={t('edit.name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('language')}
          placeholder={t('edit.unknown')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('edit.clear') }}
          data={[...new Set([...commonLanguages, ...(language ? [language] : [])])].map((tag) => ({
            value: tag,
            label: languageName(tag, i18n.language),
          }))}
          value={language || null}
          onChange={(chosen) => setLanguage(chosen ?? '')}
        />
        <Select
          label={t('edit.timeZone')}
          placeholder={t('edit.unknown')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('edit.clear') }}
          limit={50}
          data={zonesWith(timeZone)}
          value={timeZone || null}
          onChange={(chosen) => setTimeZone(chosen ?? '')}
        />
        <PhonesField person={person} />
        {person.fields.map((field) => (
          <TextInput
            key={field.id}
            label={field.name}
            value={values[field.id] ?? field.value}
            maxLength={2_000}
            onChange={(event) => setValues({ ...values, [field.id]: event.currentTarget.value })}
          />
        ))}
        {error && <FailureNotice failure={failureOf(error)} />}
        <div className={classes['buttons']}>
          <Button type="submit" loading={isSaving}>
            {t('edit.save')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('edit.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const zonesWith = (zone: string): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(zone ? [zone] : [])])].toSorted();

interface Edited {
  readonly name: string;
  readonly language: string;
  readonly timeZone: string;
  /** By field. */
  readonly values: Readonly<Record<string, string>>;
}

function useSaving(person: Person, close: () => void) {
  const trpc = useTRPC();
  const edit = useMutation(trpc.contacts.edit.mutationOptions());
  const setField = useMutation(trpc.contacts.setField.mutationOptions());
  const at = { clientId: person.clientId, contactId: person.id };
  async function saveAll({ values, ...said }: Edited): Promise<void> {
    await edit.mutateAsync({ ...at, edit: said });
    for (const field of person.fields) {
      const value = values[field.id];
      if (value !== undefined) await setField.mutateAsync({ ...at, fieldId: field.id, value });
    }
    close();
  }
  return {
    // What fails is shown beside the button, and nothing typed is lost.
    save: (edited: Edited) => void saveAll(edited).catch(() => undefined),
    isSaving: edit.isPending || setField.isPending,
    error: edit.error ?? setField.error,
  };
}
