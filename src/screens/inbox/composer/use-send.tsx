import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { ErrorShape } from '../../../../electron/shared/errors.ts';
import type { Composer, SendReply } from '../../../../electron/shared/outbox.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import type { DraftInHand } from './use-draft.ts';
import { savedForm } from './reply-content.ts';
import { UndoToast } from './undo-toast.tsx';

export type ThenStatus = SendReply['thenStatus'];

interface SendOptions {
  readonly composer: Composer;
  readonly client: Client;
  readonly draft: DraftInHand;
  readonly checked: readonly string[];
  readonly onSent: () => void;
}

export interface Sending {
  readonly busy: boolean;
  readonly failure: ErrorShape | null;
  send(then: ThenStatus, options?: { overrideVoice: boolean }): void;
}

/** Sends exactly what was saved last, once, and shows the way back for as long as there is one. */
export function useSend({ composer, client, draft, checked, onSent }: SendOptions): Sending {
  const { t } = useTranslation('inbox');
  const rpc = useTRPCClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorShape | null>(null);

  async function send(thenStatus: ThenStatus, overrideVoice: boolean): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      await draft.saver.flush();
      const item = await rpc.outbox.send.mutate({
        ...savedForm(draft.content, composer),
        channelId: composer.channelId,
        revision: draft.saver.revision,
        checked: [...checked],
        thenStatus,
        overrideVoice,
      });
      notifications.show({
        id: item.id,
        autoClose: false,
        withCloseButton: false,
        withBorder: true,
        title: t('undo.title', { name: client.name }),
        message: <UndoToast item={item} />,
      });
      onSent();
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  }
  return {
    busy,
    failure,
    send(then, { overrideVoice } = { overrideVoice: false }) {
      if (!busy) void send(then, overrideVoice);
    },
  };
}
