import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Channel, Identity } from '../../../../electron/shared/channels.ts';
import type { ChannelId, ClientId } from '../../../../electron/shared/ids.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { shownAddress } from '../composer/addresses.ts';

interface FromChoice {
  readonly value: string;
  readonly label: string;
  readonly channelId: ChannelId;
  readonly identity: Identity;
}

const none: readonly Channel[] = [];

/** The addresses that a message of this client may leave from; the first of its first channel, until another is chosen. */
export function useFromChoice(clientId: ClientId | null) {
  const trpc = useTRPC();
  const query = trpc.channels.list.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== null });
  const { data: channels = none, isSuccess } = useQuery(query);
  const choices = useMemo(() => choicesOf(clientId === null ? none : channels), [clientId, channels]);
  const [value, choose] = useState<string | null>(null);
  const chosen = choices.find((choice) => choice.value === value) ?? choices[0] ?? null;
  return { choices, chosen, choose, isEmpty: isSuccess && choices.length === 0 };
}

const choicesOf = (channels: readonly Channel[]): readonly FromChoice[] =>
  channels
    .filter((channel) => channel.manifest.canSend)
    .flatMap(({ id, identities }) =>
      identities.map((identity) => ({
        value: `${id} ${identity.address}`,
        label: shownAddress(identity),
        channelId: id,
        identity,
      })),
    );
