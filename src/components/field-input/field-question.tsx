import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { testsOfKind } from '../../../electron/shared/field-words.ts';
import type { Field, FieldQuestion as Question } from '../../../electron/shared/fields.ts';
import { FieldInput } from './field-input.tsx';

interface FieldQuestionProps {
  readonly fields: readonly Field[];
  readonly question: Question;
  readonly change: (question: Question) => void;
}

/** Which field, asked how, and for what. */
export function FieldQuestion({ fields, question, change }: FieldQuestionProps) {
  const { t } = useTranslation('automation');
  const field = fields.find(({ id }) => id === question.fieldId);
  const how = field ? testsOfKind[field.kind] : testsOfKind.text;
  return (
    <>
      <Select
        size="xs"
        aria-label={t('question.field')}
        allowDeselect={false}
        value={question.fieldId}
        data={fields.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => {
          const chosen = fields.find(({ id }) => id === value);
          if (chosen) change({ fieldId: chosen.id, how: testsOfKind[chosen.kind][0] ?? 'is', values: [] });
        }}
      />
      <Select
        size="xs"
        aria-label={t('question.how')}
        allowDeselect={false}
        value={question.how}
        data={how.map((value) => ({ value, label: t(`question.${value}`) }))}
        onChange={(value) => {
          const next = how.find((each) => each === value);
          if (next) change({ ...question, how: next, values: [] });
        }}
      />
      {field && question.how !== 'filled' && question.how !== 'empty' && (
        <Wanted field={field} question={question} change={change} />
      )}
    </>
  );
}

/** Of a list several values may be meant; else one. */
function Wanted({ field, question, change }: Omit<FieldQuestionProps, 'fields'> & { readonly field: Field }) {
  const { t } = useTranslation('automation');
  if (field.kind === 'choice')
    return (
      <MultiSelect
        size="xs"
        aria-label={t('question.value')}
        value={question.values}
        data={[...field.choices]}
        onChange={(values) => change({ ...question, values })}
      />
    );
  return (
    <FieldInput
      field={field}
      label={t('question.value')}
      hideLabel
      value={question.values[0] ?? null}
      change={(value) => change({ ...question, values: value === null ? [] : [value] })}
    />
  );
}
