import { Button, CloseButton, Text } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, FieldQuestion as Question } from '../../../../electron/shared/fields.ts';
import { testsOfKind } from '../../../../electron/shared/field-words.ts';
import { FieldQuestion } from '../../../components/field-input/field-question.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './views.module.css';

interface ViewFieldQuestionsProps {
  readonly fields: readonly Field[];
  readonly questions: readonly Question[];
  readonly change: (questions: Question[]) => void;
}

/** What a view asks of the client's own fields; all of it must hold. */
export function ViewFieldQuestions({ fields, questions, change }: ViewFieldQuestionsProps) {
  const { t } = useTranslation('views');
  const [first] = fields;
  const nameOf = ({ fieldId }: Question) => fields.find(({ id }) => id === fieldId)?.name ?? '';
  return (
    <Suspense>
      <div role="group" aria-label={t('filter.fields')}>
        {questions.length > 0 && <Text size="sm">{t('filter.fields')}</Text>}
        {questions.map((question, index) => (
          <div key={index} className={classes['field']}>
            <FieldQuestion
              fields={fields}
              question={question}
              change={(next) => change(questions.map((each, at) => (at === index ? next : each)))}
            />
            <CloseButton
              aria-label={t('filter.removeField', { name: nameOf(question) })}
              onClick={() => change(questions.filter((_, at) => at !== index))}
            />
          </div>
        ))}
        {first && questions.length < 10 && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<Icon name="plus" size={12} />}
            onClick={() =>
              change([
                ...questions,
                { fieldId: first.id, how: testsOfKind[first.kind][0] ?? 'is', values: [] },
              ])
            }
          >
            {t('filter.addField')}
          </Button>
        )}
      </div>
    </Suspense>
  );
}
