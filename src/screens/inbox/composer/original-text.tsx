import { Button } from '@mantine/core';
import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manner } from '../../../../electron/shared/composing.ts';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { VoiceEditor, type VoiceEditorHandle } from '../../../components/voice-editor/voice-editor.tsx';
import classes from './below-text.module.css';
import { useOriginal } from './use-original.ts';

interface OriginalTextProps {
  readonly composer: Composer;
  readonly manner: Manner;
  readonly change: (manner: Manner) => void;
  readonly findings: readonly VoiceFinding[];
  readonly onIgnore: (finding: VoiceFinding, reason: string) => void;
  readonly editor: Ref<VoiceEditorHandle>;
}

/** What a forward hands on, to be shortened or blacked out before it leaves: the conversation keeps it as it came. */
export function OriginalText(props: OriginalTextProps) {
  const { composer, manner, change, findings, onIgnore, editor } = props;
  const { t } = useTranslation('composing');
  const hintId = useId();
  const came = useOriginal(composer, { manner, wanted: true });
  const { original, ...asItCame } = manner;
  return (
    <div className={classes['original']}>
      <div className={classes['quoted']}>
        <VoiceEditor
          ref={editor}
          look="quiet"
          label={t('original.name')}
          describedBy={hintId}
          minRows={7}
          readOnly={came === undefined}
          value={original ?? came ?? ''}
          onChange={(value) => change(value === came ? asItCame : { ...manner, original: value })}
          findings={findings}
          onIgnore={onIgnore}
        />
      </div>
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
