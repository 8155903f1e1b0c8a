import { Select, TextInput } from '@mantine/core';
import { useEffect, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../electron/shared/fields.ts';

interface FieldInputProps {
  readonly field: Pick<Field, 'kind' | 'choices'>;
  readonly value: string | null;
  /** Null empties it. Told when the hand leaves the field, or at once where there is something to choose from. */
  readonly change: (value: string | null) => void;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly error?: string | null;
  readonly input?: Ref<HTMLInputElement>;
}

/** Takes a value of a custom field, in the way that its kind is written. */
export function FieldInput(props: FieldInputProps) {
  const { field, value, change, label, hideLabel, required = false, disabled = false, error, input } = props;
  const { t } = useTranslation('automation');
  const common = {
    ...(hideLabel ? { 'aria-label': label } : { label }),
    ...(input ? { ref: input } : {}),
    withAsterisk: required,
    size: 'xs',
    disabled,
    error: error ?? null,
  } as const;
  if (field.kind === 'choice' || field.kind === 'yes-no') {
    const data =
      field.kind === 'choice'
        ? field.choices.map((choice) => ({ value: choice, label: choice }))
        : (['yes', 'no'] as const).map((answer) => ({
            value: answer as string,
            label: t(`value.${answer}`),
          }));
    return (
      <Select
        {...common}
        data={data}
        value={value}
        clearable
        searchable={data.length > 8}
        onChange={change}
      />
    );
  }
  return (
    <TypedInput
      {...common}
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      value={value}
      change={change}
    />
  );
}

interface TypedInputProps {
  readonly type: 'date' | 'text';
  readonly inputMode: 'decimal' | undefined;
  readonly value: string | null;
  readonly change: (value: string | null) => void;
}

/** What is typed counts when the hand leaves it, or with Enter; Escape takes it back. */
function TypedInput({ value, change, ...rest }: TypedInputProps) {
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  const commit = () => {
    const next = text.trim() === '' ? null : text;
    if (next !== value) change(next);
  };
  return (
    <TextInput
      {...rest}
      maxLength={500}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          commit();
        }
        if (event.key === 'Escape' && text !== (value ?? '')) {
          event.stopPropagation();
          setText(value ?? '');
        }
      }}
    />
  );
}
