import { Checkbox, Select, TagsInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldKinds, mostFields } from '../../../electron/shared/field-words.ts';
import type { Field, FieldDraft } from '../../../electron/shared/fields.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './automation.module.css';
import { EntriesForm, EntryFrame, type EntryProps } from './entries-form.tsx';

const draftOf = (field: Field): FieldDraft => ({ ...field, choices: [...field.choices] });
const emptyField: FieldDraft = { id: null, name: '', kind: 'text', choices: [], required: false };

/** The fields of a client, in the order in which they are asked for. */
export function FieldsPane({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.fields.list.queryOptions({ clientId }));
  const save = useMutation(trpc.fields.define.mutationOptions());
  return (
    <>
      <p className={classes['quiet']}>{t('fields.advice')}</p>
      {data && (
        <EntriesForm
          of="fields"
          initial={data.map(draftOf)}
          empty={emptyField}
          mayRemove={() => true}
          most={mostFields}
          counts={() => true}
          entry={FieldEntry}
          saving={save}
          send={({ drafts, removed }) =>
            save.mutateAsync({
              clientId,
              fields: [...drafts],
              removed: removed.flatMap(({ id }) => id ?? []),
            })
          }
        />
      )}
    </>
  );
}

function FieldEntry(props: EntryProps<FieldDraft>) {
  const { draft: field, change } = props;
  const { t } = useTranslation('automation');
  return (
    <EntryFrame
      {...props}
      of="fields"
      longestName={60}
      kind={
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
      }
    >
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
    </EntryFrame>
  );
}
