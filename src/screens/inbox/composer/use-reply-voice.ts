import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Composer, IgnoredFinding } from '../../../../electron/shared/outbox.ts';
import { byField, writtenFields, type ByField } from '../../../../electron/shared/voice/written.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { useVoiceFindings } from '../../../components/voice-editor/use-voice-findings.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ReplyContent } from './reply-content.ts';
import { setAside, withoutAside, type SetAside } from './set-aside.ts';
import { useWritten } from './use-written.ts';

export interface ReplyVoice {
  /** Those that nobody set aside, in the order of the fields. */
  readonly findings: readonly VoiceFinding[];
  /** The same, where they stand: offsets into each field as it is now. */
  readonly inField: ByField<readonly VoiceFinding[]>;
  readonly stopped: readonly string[];
  /** Whether errors keep the reply from being sent. */
  readonly errorsBlock: boolean;
  /** What was set aside for this once and is still in the text; it goes with the reply. */
  readonly ignored: readonly IgnoredFinding[];
  ignore(finding: VoiceFinding, reason: string): void;
}

/** Greetings have their hours. */
const freshMilliseconds = 10 * 60_000;

/** What the client's guide says of a reply in this conversation: its channel, its language, its time of day. */
export function useReplyVoice(
  composer: Composer,
  { content, first }: { readonly content: ReplyContent; readonly first: boolean },
): ReplyVoice {
  const trpc = useTRPC();
  const { clientId, conversationId } = composer;
  const { data } = useQuery(
    trpc.voice.running.queryOptions({ clientId, conversationId }, { refetchInterval: freshMilliseconds }),
  );
  const voice = useVoiceFindings(data ?? null, useWritten(composer, { content, first }));
  const [aside, setAll] = useState<readonly SetAside[]>([]);
  return useMemo(() => {
    const among = writtenFields.flatMap((field) => voice.findings[field]);
    const { left, ignored } = withoutAside(among, aside);
    const isLeft = new Set(left);
    return {
      findings: left,
      inField: byField((field) => voice.findings[field].filter((finding) => isLeft.has(finding))),
      stopped: voice.stopped,
      errorsBlock: data?.errorsBlockSending ?? false,
      ignored,
      ignore: (finding, reason) => setAll((before) => [...before, setAside(finding, { among, reason })]),
    };
  }, [voice, aside, data]);
}
