import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { criticalEffects, Scale, type Question } from '../../../../electron/shared/quality.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { readOutcomes, scaleOf, writeOutcomes, scaleNames, type ScaleName } from './scale-choice.ts';
import classes from './scorecard-editor.module.css';

interface QuestionFieldsProps {
  readonly question: Question;
  /** Null removes it. */
  readonly change: (question: Question | null) => void;
  readonly removable: boolean;
}

export function QuestionFields({ question, change, removable }: QuestionFieldsProps) {
  const { t } = useTranslation('quality');
  const set = (part: Partial<Question>) => change({ ...question, ...part });
  const { scale } = question;
  return (
    <div className={classes['question']}>
      <div className={classes['row']}>
        <TextInput
          className={classes['grow'] ?? ''}
          label={t('question')}
          dir="auto"
          value={question.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        {removable && (
          <Button
            variant="subtle"
            onClick={() => change(null)}
            aria-label={t('removeQuestion', { text: question.text })}
          >
            <Icon name="close" />
          </Button>
        )}
      </div>
      <TextInput
        label={t('guidance')}
        dir="auto"
        value={question.guidance}
        onChange={(event) => set({ guidance: event.currentTarget.value })}
      />
      <div className={classes['fields']}>
        <NativeSelect
          label={t('scale')}
          value={scale.kind === 'points' ? `points-${scale.points}` : scale.kind}
          data={scaleNames.map((value) => ({ value, label: t(`scaleName.${value}`) }))}
          onChange={(event) => {
            const name =
              scaleNames.find((each) => each === event.currentTarget.value) ?? ('binary' satisfies ScaleName);
            set({ scale: scaleOf(name, { best: t('yes'), worst: t('no') }) });
          }}
        />
        <NumberInput
          label={t('weight')}
          min={0}
          value={question.weight}
          onChange={(value) => set({ weight: Number(value) })}
        />
        <NativeSelect
          label={t('criticalLabel')}
          value={question.critical}
          data={criticalEffects.map((value) => ({ value, label: t(`criticalName.${value}`) }))}
          onChange={(event) =>
            set({ critical: criticalEffects.find((each) => each === event.currentTarget.value) ?? 'none' })
          }
        />
      </div>
      {scale.kind === 'outcomes' && <OutcomesField scale={scale} change={(next) => set({ scale: next })} />}
      <Checkbox
        label={t('mayBeNotApplicable')}
        checked={question.mayBeNotApplicable}
        onChange={(event) => set({ mayBeNotApplicable: event.currentTarget.checked })}
      />
    </div>
  );
}

interface OutcomesFieldProps {
  readonly scale: Extract<Scale, { kind: 'outcomes' }>;
  readonly change: (scale: Scale) => void;
}

/** One outcome a line, best first, with what it is worth in percent. */
function OutcomesField({ scale, change }: OutcomesFieldProps) {
  const { t } = useTranslation('quality');
  const [text, setText] = useState(() => writeOutcomes(scale.outcomes));
  const valid = Scale.safeParse({ kind: 'outcomes', outcomes: readOutcomes(text) }).success;
  return (
    <Textarea
      label={t('outcomes')}
      description={t('outcomesHint')}
      error={valid ? null : t('outcomesInvalid')}
      autosize
      minRows={3}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        change({ kind: 'outcomes', outcomes: readOutcomes(event.currentTarget.value) });
      }}
    />
  );
}
