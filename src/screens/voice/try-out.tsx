import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import type { GuideSettings } from '../../../electron/shared/voice/settings.ts';
import { useVoiceFindings } from '../../components/voice-editor/use-voice-findings.ts';
import { VoiceCount } from '../../components/voice-editor/voice-count.tsx';
import { VoiceEditor, type VoiceEditorHandle } from '../../components/voice-editor/voice-editor.tsx';
import classes from './voice.module.css';

interface TryOutProps {
  readonly client: Client;
  readonly definitions: readonly RuleDefinition[];
  readonly settings: GuideSettings;
}

/** A text to try the rules on as they are now, saved or not. */
export function TryOut({ client, definitions, settings }: TryOutProps) {
  const { t } = useTranslation('voice');
  const [text, setText] = useState('');
  const editor = useRef<VoiceEditorHandle>(null);
  const locale = client.languages[0] ?? null;
  const rules = useMemo(() => ({ definitions, settings, locale }), [definitions, settings, locale]);
  const { findings, stopped } = useVoiceFindings(rules, text);
  return (
    <div className={classes['tryOut']} data-client-colour={client.colour}>
      <h3>{t('tryOut')}</h3>
      <div className={classes['frame']}>
        <VoiceEditor
          ref={editor}
          value={text}
          onChange={setText}
          findings={findings}
          label={t('tryOut')}
          placeholder={t('tryOutText')}
          minRows={3}
        />
        <VoiceCount
          findings={findings}
          stopped={stopped}
          align="start"
          onShow={(finding) => editor.current?.show(finding)}
          onFix={(finding, fix) => editor.current?.fix(finding, fix)}
        />
      </div>
    </div>
  );
}
