import type { ChannelKind, ChannelManifest } from './channels.ts';

/** What each kind of channel can do. A kind without a row does not compile. */
export const manifests = {
  mail: {
    kind: 'mail',
    canSend: true,
    canFileCopy: true,
    supportsHtml: true,
    supportsSubject: true,
    supportsCc: true,
    maximumTextLength: null,
  },
  demo: {
    kind: 'demo',
    canSend: true,
    canFileCopy: false,
    supportsHtml: true,
    supportsSubject: true,
    supportsCc: true,
    maximumTextLength: null,
  },
  archive: {
    kind: 'archive',
    canSend: false,
    canFileCopy: false,
    supportsHtml: true,
    supportsSubject: true,
    supportsCc: true,
    maximumTextLength: null,
  },
} as const satisfies Record<ChannelKind, ChannelManifest>;
