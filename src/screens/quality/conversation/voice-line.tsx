import { useTranslation } from 'react-i18next';
import type { VoiceRecord } from '../../../../electron/shared/quality.ts';
import { voiceScore } from '../../../../electron/shared/voice/score.ts';
import classes from './frozen-conversation.module.css';

/** How a reply stood to the voice guide when it was sent: the score, how it comes about, and what was found. */
export function VoiceLine({ voice }: { readonly voice: VoiceRecord }) {
  const { t } = useTranslation('quality');
  const score = voiceScore(voice);
  if (score === null) return null;
  return (
    <details className={classes['voice']}>
      <summary>
        {t('voice.score', { score: Math.round(100 * score) })}
        {' · '}
        {t('voice.issues', { count: voice.issues })}
        {voice.overridden && <> · {t('voice.overridden')}</>}
      </summary>
      <p>{t('voice.formula', { words: voice.words, issues: voice.issues, version: voice.guideVersion })}</p>
      <ul>
        {voice.checks.map(({ check, count }) => (
          <li key={check}>
            <bdi>{check}</bdi> × {count}
          </li>
        ))}
        {voice.ignored.map(({ check, match, reason }, index) => (
          <li key={`${check} ${match} ${index}`}>
            {t('voice.ignored')} <bdi>{check}</bdi>: <q dir="auto">{match}</q> <q dir="auto">{reason}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}
