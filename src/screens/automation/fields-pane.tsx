import { Button, Checkbox, Select, TagsInput, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldKinds } from '../../../electron/shared/field-words.ts';
import type { Field, FieldDraft } from '../../../electron/shared/fields.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './automation.module.css';
import { OrderButtons } from './order-buttons.tsx';
import { moved, replaced, without } from './list-edits.ts';

/** The fields of a client, in the order in which they are asked for. */
export function FieldsPane({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.fields.list.queryOptions({ clientId }));
  return (
    <>
      <p className={classes['quiet']}>{t('fields.advice')}</p>
      {data && <FieldsForm clientId={clientId} initial={data} />}
    </>
  );
}

interface FieldsFormProps {
  readonly clientId: ClientId;
  readonly initial: readonly Field[];
}

const draftOf = (field: Field): FieldDraft => ({ ...field, choices: [...field.choices] });
const emptyField: FieldDraft = { id: null, name: '', kind: 'text', choices: [], required: false };

function FieldsForm({ clientId, initial }: FieldsFormProps) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const [fields, setFields] = useState<readonly FieldDraft[]>(() => initial.map(draftOf));
  // From now on each is known by its id: saved again, it is the same field.
  const save = useMutation(
    trpc.fields.define.mutationOptions({ onSuccess: (kept) => setFields(kept.map(draftOf)) }),
  );
  const change = (next: readonly FieldDraft[]) => {
    save.reset();
    setFields(next);
  };
  const isLess = initial.some(({ id }) => !fields.some((field) => field.id === id));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ clientId, fields: [...fields] });
      }}
    >
      {fields.length === 0 && <Text c="dimmed">{t('fields.none')}</Text>}
      {fields.map((field, index) => (
        <FieldRow
          key={field.id ?? `new ${index}`}
          field={field}
          change={(next) => change(replaced(fields, index, next))}
          order={
            <OrderButtons
              name={field.name}
              index={index}
              count={fields.length}
              move={(by) => change(moved(fields, index, by))}
              remove={() => change(without(fields, index))}
              removeLabel={t('fields.remove', { name: field.name })}
            />
          }
        />
      ))}
      {isLess && <p className={classes['quiet']}>{t('fields.kept')}</p>}
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div className={classes['actions']}>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => change([...fields, emptyField])}
        >
          {t('fields.add')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t(save.isSuccess ? 'saved' : 'save')}
        </Button>
      </div>
    </form>
  );
}

interface FieldRowProps {
  readonly field: FieldDraft;
  readonly change: (field: FieldDraft) => void;
  readonly order: React.ReactNode;
}

function FieldRow({ field, change, order }: FieldRowProps) {
  const { t } = useTranslation('automation');
  return (
    <div className={classes['entry']} role="group" aria-label={field.name || t('fields.add')}>
      <div className={classes['line']}>
        <TextInput
          className={classes['grow'] ?? ''}
          label={t('fields.name')}
          required
          maxLength={60}
          value={field.name}
          onChange={(event) => change({ ...field, name: event.currentTarget.value })}
        />
        <Select
          label={t('fields.kind')}
          allowDeselect={false}
          w={160}
          disabled={field.id !== null}
          value={field.kind}
          data={fieldKinds.map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
          onChange={(value) =>
            change({ ...field, kind: fieldKinds.find((kind) => kind === value) ?? 'text' })
          }
        />
        {order}
      </div>
      {field.kind === 'choice' && (
        <TagsInput
          label={t('fields.choices')}
          required
          value={[...field.choices]}
          onChange={(choices) => change({ ...field, choices })}
        />
      )}
      <Checkbox
        label={t('fields.required')}
        checked={field.required}
        onChange={(event) => change({ ...field, required: event.currentTarget.checked })}
      />
    </div>
  );
}
