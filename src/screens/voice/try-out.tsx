import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import { noSettings } from '../../../electron/shared/voice/no-settings.ts';
import { onlyText } from '../../../electron/shared/voice/written.ts';
import type { GuideBody } from '../../../electron/shared/voice-guides.ts';
import { useVoiceFindings } from '../../components/voice-editor/use-voice-findings.ts';
import { VoiceCount } from '../../components/voice-editor/voice-count.tsx';
import { VoiceEditor, type VoiceEditorHandle } from '../../components/voice-editor/voice-editor.tsx';
import { languageName } from '../../i18n/language-name.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { triedLocale } from './tried-locale.ts';
import classes from './voice.module.css';

export type TriedBody = Pick<GuideBody, 'rules' | 'config' | 'lines'>;

interface TryOutProps {
  readonly client: Client;
  /** Keeps its identity while it is the same. */
  readonly body: TriedBody;
}

/** A text to try the guide on as it is now, saved or not, as a reply in the language that it is written in. */
export function TryOut({ client, body }: TryOutProps) {
  const { t, i18n } = useTranslation('voice');
  const [text, setText] = useState('');
  const editor = useRef<VoiceEditorHandle>(null);
  const locale = triedLocale(text, { languages: client.languages, lines: body.lines });
  const written = useMemo(() => onlyText(text), [text]);
  const { findings: inField, stopped } = useVoiceFindings(useRunning(client, { body, locale }), written);
  const findings = inField.text;
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
      {locale !== null && (
        <p className={classes['quiet']}>
          {t('tryOutLanguage', { language: languageName(locale, i18n.language) })}
        </p>
      )}
    </div>
  );
}

/** The rules as they would run on a reply in a language. */
function useRunning(
  { id: clientId }: Client,
  { body, locale }: { readonly body: TriedBody; readonly locale: string | null },
) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.voice.inspect.queryOptions(
      { clientId, ...body, locale },
      { placeholderData: keepPreviousData, gcTime: 0 },
    ),
  );
  return useMemo(
    () => (data ? { definitions: data.definitions, settings: data.settings ?? noSettings, locale } : null),
    [data, locale],
  );
}
