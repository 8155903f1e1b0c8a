import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { textPieces } from '../../../components/voice-editor/text-pieces.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useTemplateProblemText } from '../problem-text.ts';
import classes from '../voice.module.css';

interface TemplatePreviewProps {
  readonly clientId: ClientId;
  readonly source: string;
  readonly locale: string;
}

const pauseMilliseconds = 300;

/** The template as a made-up customer would get it, and what the operator would have to fill in. */
export function TemplatePreview({ clientId, source, locale }: TemplatePreviewProps) {
  const { t } = useTranslation('voice');
  const trpc = useTRPC();
  const say = useTemplateProblemText();
  const [paused] = useDebouncedValue(source, pauseMilliseconds);
  const { data, error } = useQuery(
    trpc.templates.preview.queryOptions(
      { clientId, source: paused, locale },
      { enabled: paused.trim() !== '', placeholderData: keepPreviousData, gcTime: 0, retry: false },
    ),
  );
  const problem = error && say(failureOf(error));
  return (
    <section className={classes['preview']} aria-label={t('preview')}>
      <h2>{t('preview')}</h2>
      {problem && (
        <p role="alert" className={classes['wrong']}>
          {problem}
        </p>
      )}
      {data && !problem && paused.trim() !== '' && (
        <>
          <p className={classes['previewText']} dir="auto" lang={locale}>
            {marked(data.text)}
          </p>
          {data.unfilled.length > 0 && (
            <p className={classes['quiet']}>
              {t('unfilled')} <bdi>{data.unfilled.join(', ')}</bdi>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** The text with its placeholders marked. */
const marked = (text: string): ReactNode[] =>
  textPieces(text, []).map((piece) =>
    piece.placeholder ? (
      <mark key={piece.start}>{piece.text}</mark>
    ) : (
      <span key={piece.start}>{piece.text}</span>
    ),
  );
