import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { OperatorId } from '../../../../electron/shared/ids.ts';
import type { ReviewTask, Scorecard } from '../../../../electron/shared/quality.ts';
import { scoreOf } from '../../../../electron/shared/scoring.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { useSession } from '../../../app/session.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { selectedByKey } from './answer-keys.ts';
import { QuestionField } from './question-field.tsx';
import classes from './review-pane.module.css';
import { ScoreLine } from './score-line.tsx';
import { useReview } from './use-review.ts';

interface ReviewPaneProps {
  readonly client: Client;
  readonly task: ReviewTask;
  readonly next: () => void;
  readonly scorecardPath: string;
}

/** The form that judges what stands beside it. */
export function ReviewPane(props: ReviewPaneProps) {
  const { t } = useTranslation('quality');
  const { scorecard } = props.task;
  if (scorecard) return <ReviewForm {...props} scorecard={scorecard} />;
  return (
    <section className={classes['empty']} aria-label={t('review')}>
      <p>{t('noScorecard')}</p>
      <Button component={Link} href={props.scorecardPath}>
        {t('makeScorecard')}
      </Button>
    </section>
  );
}

function ReviewForm({ client, task, next, scorecard }: ReviewPaneProps & { readonly scorecard: Scorecard }) {
  const { t } = useTranslation('quality');
  const trpc = useTRPC();
  const { operator, may } = useSession();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const review = useReview(client.id, task);
  const { form } = scorecard;
  const questions = form.sections.flatMap((section) => section.questions);
  const isAnswered = (id: string) => review.filled.answers.some((each) => each.questionId === id);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      questions.findIndex((each) => !isAnswered(each.id)),
    ),
  );
  const own = task.writers.includes(operator.id);
  const completed = task.review !== null && task.review.completedAt !== null;
  const readOnly = own || completed || !may('quality.review', client.id);
  const score = scoreOf(form, review.filled.answers);

  function press(key: string): void {
    const question = questions[active];
    const selected = question ? selectedByKey(question, key) : null;
    if (!question || selected === null || readOnly) return;
    review.answer(question.id, selected);
    setActive(Math.min(active + 1, questions.length - 1));
  }
  async function complete(): Promise<void> {
    if (readOnly || score.missing.length > 0) return;
    if (await review.complete()) next();
  }
  useCommands([
    ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((key) => ({
      id: `quality.answer.${key}`,
      group: 'conversation' as const,
      label: t('answerWith', { key }),
      keys: [key],
      hidden: true,
      run: () => press(key),
    })),
    {
      id: 'quality.complete',
      group: 'conversation',
      label: t('complete'),
      keys: ['Mod+Enter'],
      whileTyping: true,
      run: () => void complete(),
    },
  ]);

  const nameOf = (id: OperatorId) => operators?.find((each) => each.id === id)?.name ?? t('somebody');
  return (
    <section className={classes['pane']} aria-label={t('review')}>
      <header className={classes['header']}>
        <h2 className={classes['title']} dir="auto">
          {scorecard.name}
        </h2>
        <span className={classes['quiet']}>{t('version', { version: scorecard.version })}</span>
      </header>
      <div className={classes['scroller']} tabIndex={-1}>
        {own && <p className={classes['notice']}>{t('ownMessages')}</p>}
        {completed && <p className={classes['notice']}>{t('completed')}</p>}
        <NativeSelect
          label={t('reviewed')}
          disabled={readOnly}
          value={review.filled.reviewedOperatorId ?? ''}
          data={[
            ...task.writers.map((id) => ({ value: id, label: nameOf(id) })),
            ...(task.writers.length === 0 ? [{ value: '', label: t('nobody') }] : []),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            review.change({ reviewedOperatorId: task.writers.find((id) => id === value) ?? null });
          }}
        />
        {form.sections.map((section) => (
          <section key={section.id} className={classes['section']} aria-label={section.title}>
            <h3 dir="auto">{section.title}</h3>
            {section.questions.map((question) => (
              <QuestionField
                key={question.id}
                question={question}
                active={questions[active]?.id === question.id && !readOnly}
                readOnly={readOnly}
                selected={
                  review.filled.answers.find((each) => each.questionId === question.id)?.selected ?? null
                }
                select={(selected) => {
                  review.answer(question.id, selected);
                  setActive(questions.indexOf(question));
                }}
                activate={() => setActive(questions.indexOf(question))}
              />
            ))}
          </section>
        ))}
        <Textarea
          label={t('comment')}
          placeholder={readOnly ? '' : t('commentHint')}
          readOnly={readOnly}
          autosize
          minRows={3}
          dir="auto"
          value={review.filled.comment}
          onChange={(event) => review.change({ comment: event.currentTarget.value })}
        />
        {review.failure ? <FailureNotice failure={failureOf(review.failure)} /> : null}
      </div>
      <footer className={classes['footer']}>
        <ScoreLine form={form} score={score} />
        {!readOnly && (
          <Button loading={review.saving} disabled={score.missing.length > 0} onClick={() => void complete()}>
            {score.missing.length > 0 ? t('missing', { count: score.missing.length }) : t('complete')}
          </Button>
        )}
      </footer>
    </section>
  );
}
