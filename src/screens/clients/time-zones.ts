/** Every zone this engine knows, the machine's own among them even where the list leaves it out (UTC). */
export const timeZones: string[] = [
  ...new Set([
    Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...Intl.supportedValuesOf('timeZone'),
    'UTC',
  ]),
].toSorted();
