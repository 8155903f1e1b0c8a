import { Button, Checkbox, Select, TagsInput, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
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
import { moved, replaced, rowOf, without } from './list-edits.ts';
import { useRows } from './use-rows.ts';

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
  const saving = useMutation(trpc.fields.define.mutationOptions());
  const { rows, isSaved, change, save } = useRows(initial.map(draftOf), saving);
  const isLess = initial.some(({ id }) => !rows.some(({ draft }) => draft.id === id));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save((fields) => saving.mutateAsync({ clientId, fields }));
      }}
    >
      {rows.length === 0 && <Text c="dimmed">{t('fields.none')}</Text>}
      {rows.map(({ key, draft: field }, index) => (
        <FieldRow
          key={key}
          field={field}
          change={(next) => change(replaced(rows, index, { key, draft: next }))}
          order={
            <OrderButtons
              name={field.name}
              index={index}
              count={rows.length}
              move={(by) => change(moved(rows, index, by))}
              remove={() => change(without(rows, index))}
              removeLabel={t('fields.remove', { name: field.name })}
            />
          }
        />
      ))}
      {isLess && <p className={classes['quiet']}>{t('fields.kept')}</p>}
      {saving.error && <FailureNotice failure={failureOf(saving.error)} />}
      <div className={classes['actions']}>
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => change([...rows, rowOf(emptyField)])}
        >
          {t('fields.add')}
        </Button>
        <Button type="submit" loading={saving.isPending}>
          {t(isSaved ? 'saved' : 'save')}
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
