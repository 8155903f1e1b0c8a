import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import classes from './voice-editor.module.css';

interface FindingCardProps {
  readonly finding: VoiceFinding;
  readonly onFix: (fix: string) => void;
  /** Where `onFix` has something to change; a list of another text's findings has not. */
  readonly fixable?: boolean;
}

/** What the guide says about one wording, in its own words, and the ways out. */
export function FindingCard({ finding, onFix, fixable = true }: FindingCardProps) {
  const { t } = useTranslation('voice-editor');
  return (
    <div className={classes['card']} data-severity={finding.severity}>
      <p className={classes['message']}>
        <span className={classes['severity']}>{t(`severity.${finding.severity}`)}</span>
        <bdi>{finding.message}</bdi>
      </p>
      {finding.description !== '' && (
        <p className={classes['description']}>
          <bdi>{finding.description}</bdi>
        </p>
      )}
      {fixable && finding.fixes.length > 0 && (
        <div className={classes['fixes']}>
          {finding.fixes.map((fix) => (
            <Button key={fix} size="compact-sm" variant="default" onClick={() => onFix(fix)}>
              {fix === '' ? t('remove', { match: finding.match }) : <bdi>{fix}</bdi>}
            </Button>
          ))}
        </div>
      )}
      <p className={classes['source']}>
        <bdi>{finding.check}</bdi>
        {/^https?:\/\//.test(finding.link) && (
          <a href={finding.link} target="_blank" rel="noreferrer">
            {t('learnMore')}
          </a>
        )}
      </p>
    </div>
  );
}
