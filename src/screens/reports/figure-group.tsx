import { Title, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  figureCount,
  figureInterval,
  figureName,
  figureValue,
} from '../../../electron/shared/figure-words.ts';
import {
  groupOf,
  measures,
  type Figure,
  type Measure,
  type MeasureGroup,
  type Report,
} from '../../../electron/shared/reports.ts';
import classes from './reports.module.css';
import { useWords } from './use-words.ts';

interface FigureGroupProps {
  readonly group: MeasureGroup;
  readonly report: Report;
  readonly chosen: Measure | null;
  readonly choose: (measure: Measure) => void;
}

/** One card a measure; choosing it shows how it was counted. */
export function FigureGroup({ group, report, chosen, choose }: FigureGroupProps) {
  const { t } = useTranslation('reports');
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <Title order={2} id={headingId}>
        {t(`groups.${group}`)}
      </Title>
      <ul className={classes['cards']}>
        {measures
          .filter((measure) => groupOf[measure] === group)
          .map((measure) => (
            <li key={measure}>
              <UnstyledButton
                className={classes['card']}
                aria-pressed={chosen === measure}
                onClick={() => choose(measure)}
              >
                <CardFigures figures={report.figures.filter((figure) => figure.measure === measure)} />
              </UnstyledButton>
            </li>
          ))}
      </ul>
    </section>
  );
}

function CardFigures({ figures }: { readonly figures: readonly Figure[] }) {
  const words = useWords();
  const [first] = figures;
  if (!first) return null;
  const interval = figureInterval(first, words);
  return (
    <>
      <span className={classes['cardName']}>{figureName(first, words.say)}</span>
      <span className={classes['value']} data-absent={first.value === null || undefined}>
        {figureValue(first, words)}
      </span>
      <TimeLines figures={figures} />
      <span className={classes['quiet']}>{figureCount(first, words)}</span>
      {interval && <span className={classes['quiet']}>{interval}</span>}
    </>
  );
}

/** The median stands large; beside it the slow ones, and both in working hours. */
function TimeLines({ figures }: { readonly figures: readonly Figure[] }) {
  const { t } = useTranslation('reports');
  const words = useWords();
  const valueOf = (statistic: Figure['statistic']) => {
    const figure = figures.find((each) => each.statistic === statistic);
    return figure && figure.value !== null ? figureValue(figure, words) : null;
  };
  const p90 = valueOf('p90');
  if (p90 === null) return null;
  const [median, slow] = [valueOf('median-business'), valueOf('p90-business')];
  return (
    <>
      <span>{t('card.p90', { value: p90 })}</span>
      <span>
        {median !== null && slow !== null ? t('card.business', { median, p90: slow }) : t('card.noBusiness')}
      </span>
    </>
  );
}
