import { Button, MultiSelect, Select, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientColours, ClientDetails, clientPatterns } from '../../../electron/shared/clients.ts';
import type { ErrorShape } from '../../../electron/shared/errors.ts';
import { ClientMark } from '../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import classes from './clients.module.css';
import { suggestMark } from './suggest-mark.ts';
import { timeZones } from './time-zones.ts';
import { WorkingHoursField } from './working-hours-field.tsx';

/** Languages that customers write in; any client may serve several. */
const customerLanguages = [
  'ar',
  'ca',
  'de',
  'en',
  'es',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'nl',
  'pl',
  'pt',
  'tr',
  'uk',
  'zh',
];

interface ClientFormProps {
  readonly initial: ClientDetails;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly failure: ErrorShape | null;
  readonly save: (details: ClientDetails) => void;
  /** Something was filled in after the last save. */
  readonly changed?: () => void;
  /** Marks of the other clients. */
  readonly marks: readonly string[];
}

/** What makes a brand unmistakable, and when it is open. */
export function ClientForm(props: ClientFormProps) {
  const { initial, submitLabel, busy, failure, save, changed, marks } = props;
  const { t, i18n } = useTranslation('clients');
  const languageNames = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const form = useForm<ClientDetails>({
    initialValues: initial,
    onValuesChange: () => changed?.(),
    validate: (values) => {
      const checked = ClientDetails.safeParse(values);
      if (checked.success) return {};
      return Object.fromEntries(
        checked.error.issues.map((issue) => [String(issue.path[0]), t(`invalid.${fieldOf(issue.path[0])}`)]),
      );
    },
  });
  const { name, mark, colour, pattern } = form.values;
  const [markIsOwn, setMarkIsOwn] = useState(initial.mark !== '');
  const nameField = form.getInputProps('name');
  const markField = form.getInputProps('mark');
  return (
    <form
      className={classes['section']}
      noValidate
      onSubmit={form.onSubmit((values) => save(ClientDetails.parse(values)))}
    >
      <div className={classes['fields']}>
        <TextInput
          className={classes['wide'] ?? ''}
          label={t('name')}
          required
          maxLength={80}
          {...nameField}
          onChange={({ currentTarget: { value } }) => {
            form.setFieldValue('name', value);
            if (!markIsOwn) form.setFieldValue('mark', suggestMark(value, marks));
          }}
        />
        <TextInput
          label={t('mark')}
          description={t('markHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          maxLength={2}
          {...markField}
          onChange={({ currentTarget: { value } }) => {
            setMarkIsOwn(value !== '');
            form.setFieldValue('mark', value);
          }}
        />
        <Select
          label={t('colour')}
          data={clientColours.map((each) => ({ value: each, label: t(`colours.${each}`) }))}
          allowDeselect={false}
          leftSection={<ClientMark client={{ name, mark: mark || '··', colour, pattern }} named />}
          {...form.getInputProps('colour')}
        />
        <Select
          label={t('pattern')}
          data={clientPatterns.map((each) => ({ value: each, label: t(`patterns.${each}`) }))}
          allowDeselect={false}
          {...form.getInputProps('pattern')}
        />
        <MultiSelect
          label={t('languages')}
          data={customerLanguages.map((each) => ({ value: each, label: languageNames.of(each) ?? each }))}
          searchable
          required
          {...form.getInputProps('languages')}
        />
        <Select
          label={t('timeZone')}
          data={timeZones}
          searchable
          allowDeselect={false}
          limit={100}
          required
          {...form.getInputProps('timeZone')}
        />
      </div>
      <Title order={2}>{t('hours')}</Title>
      <WorkingHoursField {...form.getInputProps('workingHours')} />
      {failure && <FailureNotice failure={failure} />}
      <div className={classes['actions']}>
        <Button type="submit" loading={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

const fields = ['name', 'mark', 'languages', 'timeZone', 'workingHours'] as const;
const fieldOf = (path: PropertyKey | undefined) => fields.find((field) => field === path) ?? 'name';
