import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import { subjectMarks } from '../../../../electron/shared/subject-marks.ts';
import { mayQuote } from '../../../../electron/shared/voice/own-words.ts';
import { createWritten, type Written } from '../../../../electron/shared/voice/written.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ReplyContent } from './reply-content.ts';
import { useOriginal } from './use-original.ts';
import { useSignature } from './use-signature.ts';

const bare = (subject: string): string => subject.replace(subjectMarks, '').trim();

/**
 * What of a message is its writer's, as the core finds it again when it is sent. What was said is asked for only where it
 * makes a difference. `first`: nothing was said yet.
 */
export function useWritten(
  composer: Composer,
  { content, first }: { readonly content: ReplyContent; readonly first: boolean },
): Written {
  const { clientId, conversationId, subject: given } = composer;
  const { text, subject, manner } = content;
  const original = composer.kind === 'forward' ? (manner.original ?? null) : null;
  const came = useOriginal(composer, { manner, wanted: original !== null }) ?? null;
  const signature = useSignature(composer, content);
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.voice.said.queryOptions(
      { clientId, conversationId },
      { enabled: !first && (mayQuote(text) || bare(subject) !== bare(given)) },
    ),
  );
  const toWritten = useMemo(
    () =>
      createWritten({
        said: data?.said ?? [],
        subjects: first ? [] : [given, ...(data?.subjects ?? [])],
        signature,
        came,
      }),
    [data, first, given, signature, came],
  );
  return useMemo(() => toWritten({ subject, text, original }), [toWritten, subject, text, original]);
}
