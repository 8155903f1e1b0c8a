import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import classes from './voice-editor.module.css';

interface FindingCardProps {
  readonly finding: VoiceFinding;
  readonly onFix: (fix: string) => void;
  /** Where `onFix` has something to change; a list of another text's findings has not. */
  readonly fixable?: boolean;
  /** Sets the finding aside for this once; an error can't be. */
  readonly onIgnore?: ((reason: string) => void) | undefined;
}

/** What the guide says about one wording, in its own words, and the ways out. */
export function FindingCard({ finding, onFix, fixable = true, onIgnore }: FindingCardProps) {
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
      {onIgnore && finding.severity !== 'error' && <IgnoreOnce onIgnore={onIgnore} />}
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

const longestReason = 300;

/** A reason is asked for, so that the guide can learn from it. */
function IgnoreOnce({ onIgnore }: { readonly onIgnore: (reason: string) => void }) {
  const { t } = useTranslation('voice-editor');
  const [reason, setReason] = useState<string | null>(null);
  const ignore = () => {
    if (reason !== null && reason.trim() !== '') onIgnore(reason.trim());
  };
  if (reason === null)
    return (
      <div className={classes['fixes']}>
        <Button size="compact-sm" variant="subtle" onClick={() => setReason('')}>
          {t('ignoreOnce')}
        </Button>
      </div>
    );
  return (
    <div className={classes['ignore']}>
      <TextInput
        size="xs"
        label={t('ignoreReason')}
        autoFocus
        dir="auto"
        value={reason}
        maxLength={longestReason}
        onMouseDown={(event) => event.stopPropagation()}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          ignore();
        }}
      />
      <Button size="xs" variant="default" disabled={reason.trim() === ''} onClick={ignore}>
        {t('ignore')}
      </Button>
    </div>
  );
}
