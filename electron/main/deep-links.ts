import { app } from 'electron';
import { parseDeepLink, type DeepLink } from '../shared/deep-links.ts';

export interface DeepLinks {
  /** Follows a link of any origin; anything that is not one of ours is dropped. */
  follow(address: string): void;
  open(link: DeepLink): void;
  /** The page listens from now on: it gets what came before it did. */
  pageReady(): void;
  /** The page is gone or loading again. */
  pageGone(): void;
}

/** Gives links from outside to the page, or keeps the last one until the page listens. */
export function createDeepLinks(deliver: (link: DeepLink) => void): DeepLinks {
  let listening = false;
  let kept: DeepLink | null = null;

  function open(link: DeepLink): void {
    if (listening) deliver(link);
    else kept = link;
  }

  return {
    open,
    follow(address) {
      const link = parseDeepLink(address);
      if (link) open(link);
    },
    pageReady() {
      listening = true;
      if (kept) deliver(kept);
      kept = null;
    },
    pageGone() {
      listening = false;
    },
  };
}

/** The link that a system hands over on the command line, if there is one. */
export const linkAmong = (parameters: readonly string[]): string | null =>
  parameters.find((parameter) => /^(?:liaison|mailto):/i.test(parameter)) ?? null;

/** `mailto:` is declared by the installer; which mail program is the usual one is the person's choice, not ours. */
export function claimScheme(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient('liaison');
}
