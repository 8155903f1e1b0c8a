import { Chip } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Question } from '../../../../electron/shared/quality.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { keysOf, notApplicableKey } from './answer-keys.ts';
import classes from './review-pane.module.css';

interface QuestionFieldProps {
  readonly question: Question;
  readonly selected: Answer['selected'] | null;
  /** Number keys answer this one. */
  readonly active: boolean;
  readonly readOnly: boolean;
  readonly select: (selected: Answer['selected']) => void;
  readonly activate: () => void;
}

export function QuestionField({
  question,
  selected,
  active,
  readOnly,
  select,
  activate,
}: QuestionFieldProps) {
  const { t } = useTranslation('quality');
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) field.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { scale, critical } = question;
  const label = (choice: number) => {
    if (scale.kind === 'binary') return choice === 1 ? t('yes') : t('no');
    return scale.kind === 'outcomes' ? (scale.outcomes[choice]?.label ?? '') : String(choice);
  };
  return (
    <div ref={field} className={classes['question']} data-active={active || undefined} onFocus={activate}>
      <p id={id} className={classes['asked']} dir="auto">
        {question.text}
      </p>
      {critical !== 'none' && (
        <p className={classes['critical']}>
          <Icon name="warning" size={12} /> {t(`critical.${critical}`)}
        </p>
      )}
      {question.guidance && (
        <p className={classes['quiet']} dir="auto">
          {question.guidance}
        </p>
      )}
      <Chip.Group
        value={selected === null ? null : String(selected)}
        onChange={(value) => select(value === 'not-applicable' ? value : Number(value))}
      >
        <div className={classes['choices']} role="radiogroup" aria-labelledby={id}>
          {keysOf(scale).map((choice) => (
            <Chip
              key={choice.selected}
              size="xs"
              variant="outline"
              value={String(choice.selected)}
              disabled={readOnly}
            >
              {label(choice.selected)}
              {scale.kind !== 'points' && active && <kbd className={classes['key']}>{choice.key}</kbd>}
            </Chip>
          ))}
          {question.mayBeNotApplicable && (
            <Chip size="xs" variant="outline" value="not-applicable" disabled={readOnly}>
              {t('notApplicable')}
              {active && <kbd className={classes['key']}>{notApplicableKey}</kbd>}
            </Chip>
          )}
        </div>
      </Chip.Group>
    </div>
  );
}
