import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentPreview } from '../../../../electron/shared/attachments.ts';
import { ticketAddress } from '../../../../electron/shared/desktop.ts';
import type { ErrorShape } from '../../../../electron/shared/errors.ts';
import type { AttachmentId, ClientId } from '../../../../electron/shared/ids.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';

export type Previewed =
  | { readonly state: 'loading' }
  | { readonly state: 'shown'; readonly kind: AttachmentPreview['kind']; readonly address: string }
  /** It is not what its name says, or nothing that is shown here. */
  | { readonly state: 'other' }
  | { readonly state: 'failed'; readonly failure: ErrorShape };

/** Its path among the page's assets, whatever the build makes of the address. */
async function scriptPath(): Promise<string> {
  const { default: address } = await import('./pdf-view.ts?worker&url');
  return new URL(address, window.location.href).pathname;
}

/** A single-use address of a frame that shows one attachment: each showing asks for one of its own. */
export function usePreview(clientId: ClientId, attachmentId: AttachmentId): Previewed {
  const client = useTRPCClient();
  const { t } = useTranslation('reading');
  const [shown, setShown] = useState<{ of: AttachmentId; is: Previewed } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (is: Previewed) => {
      if (!signal.aborted) setShown({ of: attachmentId, is });
    };
    const words = {
      page: t('preview.page', { page: '{page}', pages: '{pages}' }),
      failed: t('preview.failed'),
      locked: t('preview.locked'),
      more: t('preview.more'),
    };
    scriptPath()
      .then((script) =>
        client.attachments.preview.mutate({ clientId, attachmentId, script, words }, { signal }),
      )
      .then(
        (made) =>
          tell(
            made
              ? {
                  state: 'shown',
                  kind: made.kind,
                  address: ticketAddress(made.path, window.liaisonDesktop !== undefined),
                }
              : { state: 'other' },
          ),
        (error: unknown) => tell({ state: 'failed', failure: failureOf(error) }),
      );
    return () => controller.abort();
  }, [client, clientId, attachmentId, t]);
  return shown?.of === attachmentId ? shown.is : { state: 'loading' };
}
