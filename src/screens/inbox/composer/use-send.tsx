import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { SendingQuestion } from '../../../../electron/shared/composing.ts';
import type { ErrorShape } from '../../../../electron/shared/errors.ts';
import type { StatusId } from '../../../../electron/shared/ids.ts';
import type { Composer, IgnoredFinding, SendReply } from '../../../../electron/shared/outbox.ts';
import type { Instant } from '../../../../electron/shared/time.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import { tellMissing } from '../fields/missing.ts';
import { leftOver } from './left-over.ts';
import type { DraftInHand } from './use-draft.ts';
import { savedForm, type ReplyContent } from './reply-content.ts';
import { UndoToast } from './undo-toast.tsx';

export type ThenStatus = SendReply['thenStatus'];

/** When it leaves, as soon as it can't be taken back where null, and what becomes of the conversation then. */
export interface Departure {
  readonly status: ThenStatus;
  /** The client's own name within that category. */
  readonly statusId?: StatusId | undefined;
  readonly sendAt: Instant | null;
}

/** What somebody has read and sends all the same; each is recorded. */
export interface Overrides {
  readonly answered?: SendingQuestion[];
  readonly overrideVoice?: boolean;
  readonly overrideBrands?: { readonly reason: string };
}

/** What is to leave at an hour of its own says so for this long; its card in the conversation stays. */
const scheduledMilliseconds = 8_000;

interface SendOptions {
  readonly composer: Composer;
  readonly client: Client;
  readonly draft: DraftInHand;
  readonly checked: readonly string[];
  /** Voice findings that were set aside for this once. */
  readonly ignored: readonly IgnoredFinding[];
  /** `kept`: something was written since, and is kept as a draft. */
  readonly onSent: (sent: { kept: boolean }) => void;
}

export interface Sending {
  readonly busy: boolean;
  /** Of the words as they stand now. */
  readonly failure: ErrorShape | null;
  send(departure: Departure, overrides?: Overrides): void;
}

/** Sends exactly what was saved last, once, and shows the way back for as long as there is one. */
export function useSend({ composer, client, draft, checked, ignored, onSent }: SendOptions): Sending {
  const { t } = useTranslation('inbox');
  const rpc = useTRPCClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ text: string; failure: ErrorShape } | null>(null);
  const { text } = draft.content;

  async function send({ status, statusId, sendAt }: Departure, overrides: Overrides): Promise<void> {
    setBusy(true);
    setFailed(null);
    try {
      let sent = draft.content;
      const item = await draft.saver.send(({ content, revision }) => {
        sent = content;
        return rpc.outbox.send.mutate({
          ...savedForm(content, composer),
          channelId: composer.channelId,
          revision,
          checked: [...checked],
          ignoredVoice: [...ignored],
          thenStatus: status,
          thenStatusId: statusId ?? null,
          sendAt,
          binding: composer.binding,
          ...overrides,
        });
      });
      notifications.show({
        id: item.id,
        autoClose: sendAt === null ? false : scheduledMilliseconds,
        withCloseButton: false,
        withBorder: true,
        title: t(sendAt === null ? 'undo.title' : 'undo.scheduled', { name: client.name }),
        message: <UndoToast item={item} />,
      });
      const kept = keepRest(draft, sent);
      // Where it can't be saved the composer stays open, with what is left over in it.
      if (kept) await draft.saver.flush();
      onSent({ kept });
    } catch (error) {
      tellMissing(failureOf(error));
      // Whoever has written on since is told too.
      setFailed({ text: draft.newest().text, failure: failureOf(error) });
      setBusy(false);
    }
  }
  return {
    busy,
    failure: failed?.text === text ? failed.failure : null,
    send(departure, overrides = {}) {
      if (!busy) void send(departure, overrides);
    },
  };
}

/** What was written after the send took its words becomes a draft of its own, and nothing else is saved any more. */
function keepRest(draft: DraftInHand, sent: ReplyContent): boolean {
  const rest = leftOver(sent, draft.newest());
  if (rest) draft.change(rest);
  else draft.saver.forget();
  return rest !== null;
}
