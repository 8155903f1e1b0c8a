import { useTranslation } from 'react-i18next';
import type { Score, ScorecardForm } from '../../../../electron/shared/quality.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import classes from './review-pane.module.css';

/** The score so far, and in words how it comes about. */
export function ScoreLine({ form, score }: { readonly form: ScorecardForm; readonly score: Score }) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const twoDecimals = (value: number) => formats.number(Math.round(value * 100) / 100);
  // With questions open only a critical one has decided anything.
  const decided = score.missing.length === 0 || score.criticalFailures.length > 0;
  const outcome = decided ? score.outcome : 'unscored';
  const zeroed = score.criticalFailures.length > 0 && score.value === 0 && score.earned > 0;
  function words(): string {
    if (score.value === null) return t('outcome.unscored');
    const value = twoDecimals(score.value * 100);
    if (!decided) return t('scoreSoFar', { score: value });
    return t('scoreLong', { score: value, outcome: t(`outcome.${score.outcome}`) });
  }
  return (
    <div className={classes['score']} role="status">
      <strong className={classes['value']} data-outcome={outcome}>
        {outcome === 'fail' && <Icon name="close" size={14} />}
        {outcome === 'pass' && <Icon name="check" size={14} />}
        {words()}
      </strong>
      <p className={classes['quiet']}>
        {score.value !== null &&
          t(`formula.${form.weighting}`, {
            earned: twoDecimals(score.earned),
            possible: twoDecimals(score.possible),
          })}{' '}
        {t(`policy.${form.notApplicable}`)} {t('passAt', { score: formats.percent(form.passAt) })}{' '}
        {score.criticalFailures.length > 0 && (zeroed ? t('formula.zeroed') : t('formula.failed'))}
      </p>
    </div>
  );
}
