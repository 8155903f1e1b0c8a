/** Longer addresses are refused by some systems and by nobody's design. */
const longestAddress = 8192;

/**
 * The address as it may leave for the system's browser, or null: http and https only, without a user name that could
 * pass for a host, spelled the way a browser will read it.
 */
export function externalAddress(address: string): string | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null;
  const url = new URL(address);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.username === '' && url.password === '' && url.hostname !== '' ? url.href : null;
}
