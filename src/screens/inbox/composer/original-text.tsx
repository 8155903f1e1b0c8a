import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manner } from '../../../../electron/shared/composing.ts';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import classes from './below-text.module.css';
import { useOriginal } from './use-original.ts';

interface OriginalTextProps {
  readonly composer: Composer;
  readonly manner: Manner;
  readonly change: (manner: Manner) => void;
}

/** What a forward hands on, to be shortened or blacked out before it leaves: the conversation keeps it as it came. */
export function OriginalText({ composer, manner, change }: OriginalTextProps) {
  const { t } = useTranslation('composing');
  const hintId = useId();
  const came = useOriginal(composer, { manner, wanted: true });
  const { original, ...asItCame } = manner;
  return (
    <div className={classes['original']}>
      <textarea
        className={classes['quoted']}
        aria-label={t('original.name')}
        aria-describedby={hintId}
        dir="auto"
        rows={7}
        readOnly={came === undefined}
        value={original ?? came ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change(value === came ? asItCame : { ...manner, original: value })
        }
      />
      <div className={classes['choices']}>
        <span id={hintId}>{t(original === undefined ? 'original.hint' : 'original.changed')}</span>
        {original !== undefined && (
          <Button size="compact-xs" variant="subtle" onClick={() => change(asItCame)}>
            {t('original.restore')}
          </Button>
        )}
      </div>
    </div>
  );
}
