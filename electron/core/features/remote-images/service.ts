import PQueue from 'p-queue';
import { isPublicAddress } from './public-address.ts';
import { fetchImage, systemResolve, type Network } from './fetch-image.ts';

/** Fetches the images of a mail when its reader asks, so that the page itself never talks to a stranger. */
export interface RemoteImages {
  /** Address -> `data:` address; one that is refused or fails is left out. */
  fetch(
    addresses: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Readonly<Record<string, string>>>;
}

/** As many as a browser opens to one host. */
const atOnce = 6;
/** All pictures of one mail together: they travel to the page in one answer. */
const mostBytesTogether = 25 * 1024 * 1024;
const publicNetwork: Network = { resolve: systemResolve, isAllowed: isPublicAddress };

export function createRemoteImages(options: { network?: Network } = {}): RemoteImages {
  const network = options.network ?? publicNetwork;
  return {
    async fetch(addresses, signal = new AbortController().signal) {
      const queue = new PQueue({ concurrency: atOnce });
      const images: Record<string, string> = {};
      let room = mostBytesTogether;
      const fetchOne = async (address: string) => {
        if (signal.aborted || room <= 0) return;
        const image = await fetchImage(address, { network, signal }).catch(() => null);
        if (!image || image.bytes.byteLength > room) return;
        room -= image.bytes.byteLength;
        images[address] = `data:${image.type};base64,${image.bytes.toString('base64')}`;
      };
      await queue.addAll([...new Set(addresses)].map((address) => () => fetchOne(address)));
      return images;
    },
  };
}
