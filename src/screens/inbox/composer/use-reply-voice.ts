import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { IgnoredFinding } from '../../../../electron/shared/outbox.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { useVoiceFindings } from '../../../components/voice-editor/use-voice-findings.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import { setAside, withoutAside, type SetAside } from './set-aside.ts';

export interface ReplyVoice {
  /** Those that nobody set aside. Offsets into the text as it is now. */
  readonly findings: readonly VoiceFinding[];
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
export function useReplyVoice(at: ConversationRef, text: string): ReplyVoice {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.voice.running.queryOptions(at, { refetchInterval: freshMilliseconds }));
  const voice = useVoiceFindings(data ?? null, text);
  const [aside, setAll] = useState<readonly SetAside[]>([]);
  return useMemo(() => {
    const among = voice.findings;
    const { left, ignored } = withoutAside(among, aside);
    return {
      findings: left,
      stopped: voice.stopped,
      errorsBlock: data?.errorsBlockSending ?? false,
      ignored,
      ignore: (finding, reason) => setAll((before) => [...before, setAside(finding, { among, reason })]),
    };
  }, [voice, aside, data]);
}
