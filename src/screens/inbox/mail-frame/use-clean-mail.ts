import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { CleanMail } from './sanitise.ts';

export interface ReadableMail {
  /** Null while it is fetched and cleaned. */
  readonly mail: CleanMail | null;
  readonly failed: boolean;
  readonly fetchingImages: boolean;
  /** Fetches what was withheld, on the reader's word. */
  showImages(): void;
}

/** The most the core fetches at one word. */
const mostImages = 100;

export function useCleanMail(clientId: ClientId, message: Message): ReadableMail {
  const trpc = useTRPC();
  const { t } = useTranslation('inbox');
  const foldUnder = t('message.showQuote');
  const markup = useQuery(trpc.conversations.markup.queryOptions({ clientId, messageId: message.id }));
  const images = useMutation(trpc.conversations.images.mutationOptions());
  const remoteImages = images.data ?? noImages;
  const raw = markup.data;
  const clean = useQuery({
    queryKey: ['clean-mail', message.id, remoteImages, foldUnder],
    queryFn: raw
      ? async () => (await import('./sanitise.ts')).sanitise({ ...raw, remoteImages, foldUnder })
      : skipToken,
    gcTime: 30_000,
    structuralSharing: false,
    placeholderData: (before: CleanMail | undefined) => before,
  });
  return {
    mail: clean.data ?? null,
    failed: markup.isError || clean.isError,
    fetchingImages: images.isPending,
    showImages() {
      const addresses = (clean.data?.withheld ?? []).filter((address) => URL.canParse(address));
      if (addresses.length > 0) images.mutate({ clientId, addresses: addresses.slice(0, mostImages) });
    },
  };
}

const noImages: Readonly<Record<string, string>> = {};
