import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, FieldValues } from '../../../../electron/shared/fields.ts';
import type { FieldId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { FieldInput } from '../../../components/field-input/field-input.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './fields.module.css';
import { forgetMissing, listenForMissing } from './missing.ts';

/** What this client wants to know of the conversation; kept as soon as it is told. */
export function FieldsSection({ at }: { readonly at: ConversationRef }) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { may } = useSession();
  const { data: fields = [] } = useQuery(trpc.fields.list.queryOptions({ clientId: at.clientId }));
  const { data: values } = useQuery(trpc.fields.read.queryOptions(at));
  const { set, errors } = useSetField(at);
  const missing = useMissing(at);
  const inputs = useRef(new Map<FieldId, HTMLInputElement>());
  const [wanted] = missing;
  useEffect(() => {
    if (wanted && values) inputs.current.get(wanted)?.focus();
  }, [wanted, values]);
  if (fields.length === 0 || !values) return null;
  const mayEdit = may('conversations.work', at.clientId);
  const errorOf = (field: Field): string | null => {
    const isMissing = missing.includes(field.id) && values[field.id] === undefined;
    return errors.get(field.id) ?? (isMissing ? t('fields.needed') : null);
  };
  return (
    <section className={classes['fields']} aria-label={t('fields.title')}>
      <h2>{t('fields.title')}</h2>
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          label={field.name}
          required={field.required}
          disabled={!mayEdit}
          value={values[field.id] ?? null}
          error={errorOf(field)}
          change={(value) => set(field.id, value)}
          input={(element) => {
            if (element) inputs.current.set(field.id, element);
            else inputs.current.delete(field.id);
          }}
        />
      ))}
    </section>
  );
}

/** Shown at once; what the core refuses is taken back with a word beside the field. */
function useSetField(at: ConversationRef) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const say = useFailureText();
  const [errors, setErrors] = useState<ReadonlyMap<FieldId, string>>(new Map());
  const key = trpc.fields.read.queryKey(at);
  const change = useMutation(
    trpc.fields.set.mutationOptions({
      onError(error, { fieldId }) {
        const failure = failureOf(error);
        if (failure.code === 'field-invalid')
          setErrors((before) => new Map(before).set(fieldId as FieldId, say(failure)));
        else notifications.show({ color: 'red', message: say(failure) });
        void cache.invalidateQueries({ queryKey: key });
      },
    }),
  );
  function set(fieldId: FieldId, value: string | null): void {
    setErrors((before) => new Map([...before].filter(([id]) => id !== fieldId)));
    cache.setQueryData<FieldValues>(key, (before) => {
      if (!before) return before;
      const { [fieldId]: _, ...others } = before;
      return value === null ? others : { ...others, [fieldId]: value };
    });
    change.mutate({ ...at, fieldId, value });
  }
  return { set, errors };
}

/** Which fields kept this conversation from being resolved just now, in their order. */
function useMissing({ conversationId }: ConversationRef): readonly FieldId[] {
  const [missing, setMissing] = useState<readonly FieldId[]>([]);
  useEffect(
    () =>
      listenForMissing((told) => {
        if (told.conversationId !== conversationId) return;
        forgetMissing();
        setMissing([...told.fieldIds]);
      }),
    [conversationId],
  );
  return missing;
}
