import { Button, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Question, Section } from '../../../../electron/shared/quality.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { aQuestion } from './new-parts.ts';
import { QuestionFields } from './question-fields.tsx';
import classes from './scorecard-editor.module.css';

interface SectionFieldsProps {
  readonly section: Section;
  /** Null removes it. */
  readonly change: (section: Section | null) => void;
  readonly removable: boolean;
}

export function SectionFields({ section, change, removable }: SectionFieldsProps) {
  const { t } = useTranslation('quality');
  const { questions } = section;
  const changeQuestion = (index: number, question: Question | null) =>
    change({
      ...section,
      questions: questions.flatMap((each, at) => (at === index ? (question ?? []) : each)),
    });
  return (
    <section className={classes['section']} aria-label={section.title || t('section')}>
      <div className={classes['row']}>
        <TextInput
          className={classes['grow'] ?? ''}
          label={t('section')}
          value={section.title}
          onChange={(event) => change({ ...section, title: event.currentTarget.value })}
        />
        <NumberInput
          className={classes['small'] ?? ''}
          label={t('weight')}
          min={0}
          value={section.weight}
          onChange={(value) => change({ ...section, weight: Number(value) })}
        />
        {removable && (
          <Button
            variant="subtle"
            onClick={() => change(null)}
            aria-label={t('removeSection', { title: section.title })}
          >
            <Icon name="close" />
          </Button>
        )}
      </div>
      {questions.map((question, index) => (
        <QuestionFields
          key={question.id}
          question={question}
          change={(next) => changeQuestion(index, next)}
          removable={questions.length > 1}
        />
      ))}
      <Button
        className={classes['start'] ?? ''}
        size="xs"
        variant="subtle"
        leftSection={<Icon name="plus" />}
        onClick={() => change({ ...section, questions: [...questions, aQuestion()] })}
      >
        {t('addQuestion')}
      </Button>
    </section>
  );
}
