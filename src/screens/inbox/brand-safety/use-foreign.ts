import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { addedLines } from '../../../../electron/shared/added-lines.ts';
import type { ForeignFinding } from '../../../../electron/shared/brand-safety.ts';
import type { Manner } from '../../../../electron/shared/composing.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { shiftFindings } from '../../../../electron/shared/voice/shift-findings.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ReplyContent } from '../composer/reply-content.ts';
import { useOriginal } from '../composer/use-original.ts';
import type { ConversationRef } from '../inbox-place.ts';

/** A pause in typing: a name is looked for when it is written, not while. */
const pauseMilliseconds = 250;
const nothing: readonly ForeignFinding[] = [];

/** A foreign passage with the words it stands in. */
export interface ForeignPassage extends ForeignFinding {
  readonly words: string;
  readonly sentence: string;
}

export interface Foreign {
  readonly passages: readonly ForeignPassage[];
  /** The same, as marks under the text. */
  readonly marks: readonly VoiceFinding[];
}

/** What in a reply looks like another client's, asked of the core as it is written: the page knows no other client's words. */
export function useForeign({ clientId, conversationId }: ConversationRef, content: ReplyContent): Foreign {
  const { t } = useTranslation('brands');
  const trpc = useTRPC();
  const written = useWritten({ clientId, conversationId }, content.manner);
  const about = useMemo(
    () => ({ own: content.text, parts: partsOf({ clientId, conversationId }, { content, written }) }),
    [clientId, conversationId, content, written],
  );
  const [{ own, parts: asked }] = useDebouncedValue(about, pauseMilliseconds);
  const { data } = useQuery(
    trpc.brandSafety.check.queryOptions(asked, { placeholderData: (before) => before, gcTime: 10_000 }),
  );
  return useMemo(() => {
    const passages = (data ?? nothing).map((finding): ForeignPassage => {
      const { kind, clientName } = finding;
      return {
        ...finding,
        words: fieldOf(asked, finding).slice(finding.start, finding.end),
        sentence: clientName
          ? t(`foreign.known.${kind}`, { client: clientName })
          : t(`foreign.unknown.${kind}`),
      };
    });
    const marks = passages
      .filter(({ field, end }) => field === 'text' && end <= own.length)
      .map((passage) => markOf(passage, { check: t('foreign.check') }));
    return { passages, marks: shiftFindings(marks, { from: own, to: content.text }) };
  }, [data, asked, own, content.text, t]);
}

/** What somebody wrote into what a forward hands on: it is theirs like the words above it. */
function useWritten(at: ConversationRef, manner: Manner): string {
  const { original } = manner;
  const came = useOriginal(at, { manner, wanted: original !== undefined });
  return useMemo(
    () => (original === undefined || came === undefined ? '' : addedLines(came, original)),
    [original, came],
  );
}

/** As long as the core looks at; it looks at all of it before it leaves. */
const longestAsked = 200_000;

const partsOf = (
  { clientId, conversationId }: ConversationRef,
  { content, written }: { content: ReplyContent; written: string },
) => ({
  clientId,
  conversationId,
  text: written === '' ? content.text : `${content.text}\n\n${written}`.slice(0, longestAsked),
  subject: content.subject,
  recipients: [...content.to, ...content.cc, ...content.bcc].map(({ address }) => address),
  attachments: content.attachments.map(({ name }) => name),
});

function fieldOf(parts: ReturnType<typeof partsOf>, { field, index }: ForeignFinding): string {
  if (field === 'text' || field === 'subject') return parts[field];
  return parts[field][index] ?? '';
}

const markOf = (
  { start, end, words, sentence }: ForeignPassage,
  { check }: { check: string },
): VoiceFinding => ({
  check,
  severity: 'error',
  start,
  end,
  match: words,
  message: sentence,
  description: '',
  link: '',
  fixes: [''],
});
