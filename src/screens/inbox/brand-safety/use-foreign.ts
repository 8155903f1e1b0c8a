import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ForeignFinding } from '../../../../electron/shared/brand-safety.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { shiftFindings } from '../../../../electron/shared/voice/shift-findings.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ReplyContent } from '../composer/reply-content.ts';
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
  const parts = useMemo(
    () => partsOf({ clientId, conversationId }, content),
    [clientId, conversationId, content],
  );
  const [asked] = useDebouncedValue(parts, pauseMilliseconds);
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
      .filter(({ field }) => field === 'text')
      .map((passage) => markOf(passage, { check: t('foreign.check') }));
    return { passages, marks: shiftFindings(marks, { from: asked.text, to: content.text }) };
  }, [data, asked, content.text, t]);
}

const partsOf = ({ clientId, conversationId }: ConversationRef, content: ReplyContent) => ({
  clientId,
  conversationId,
  text: content.text,
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
