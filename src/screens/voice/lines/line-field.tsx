import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LineDraft, LineField as Field } from './line-draft.ts';
import { useChoiceName, useFieldName } from './line-words.ts';

interface LineFieldProps {
  readonly line: LineDraft;
  readonly field: Field;
  readonly onChange: (value: unknown) => void;
}

const mostPhrases = 60;

/** One thing that a line's kind asks for. */
export function LineField({ line, field, onChange }: LineFieldProps) {
  const { t } = useTranslation('guide');
  const nameOf = useFieldName();
  const choiceName = useChoiceName();
  const label = nameOf(line.kind, field.name);
  const value = line[field.name];
  switch (field.type) {
    case 'phrases':
      return (
        <Textarea
          label={label}
          description={t('onePerLine')}
          dir="auto"
          autosize
          minRows={1}
          maxRows={10}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={({ currentTarget }) => onChange(phrasesOf(currentTarget.value))}
        />
      );
    case 'long-text':
      return (
        <Textarea
          label={label}
          dir="auto"
          autosize
          minRows={2}
          maxRows={10}
          maxLength={2_000}
          value={textIn(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={label}
          min={0}
          max={2_000}
          clampBehavior="strict"
          allowDecimal={line.kind === 'reading-grade'}
          value={typeof value === 'number' ? value : ''}
          onChange={(entered) => onChange(typeof entered === 'number' ? entered : field.optional ? null : 0)}
        />
      );
    case 'time':
      return (
        <TextInput
          type="time"
          label={label}
          value={textIn(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          label={label}
          value={textIn(value)}
          data={field.choices.map((choice) => ({ value: choice, label: choiceName(choice) }))}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'text':
      return (
        <TextInput
          label={label}
          dir="auto"
          maxLength={200}
          value={textIn(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
  }
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The last line may be empty: a line break that was just typed stands until something follows it. */
const phrasesOf = (text: string): string[] => (text === '' ? [] : text.split('\n').slice(0, mostPhrases));
