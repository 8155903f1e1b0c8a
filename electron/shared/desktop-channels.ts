/** Names of the messages between the preload and main. The page never speaks them itself. */
export const toMainChannels = {
  requestPort: 'liaison:request-port',
  notify: 'liaison:notify',
  setBadge: 'liaison:set-badge',
  setStale: 'liaison:set-stale',
  openWindow: 'liaison:open-window',
  setSpelling: 'liaison:set-spelling',
  openExternal: 'liaison:open-external',
  saveFile: 'liaison:save-file',
  setPreferences: 'liaison:set-preferences',
  readyForLinks: 'liaison:ready-for-links',
} as const;

export const toPageChannels = {
  corePort: 'liaison:core-port',
  coreLost: 'liaison:core-lost',
  deepLink: 'liaison:deep-link',
  command: 'liaison:command',
  frameKey: 'liaison:frame-key',
} as const;
