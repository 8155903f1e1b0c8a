/** Three parts of base64url, as a signed JSON Web Token is written (RFC 7519, 7.2, and RFC 7515, 7.1). */
const tokenPattern = /^[\w-]+\.(?<claims>[\w-]+)\.[\w-]*$/;

/**
 * When an access token stops counting (its `exp`, RFC 7519, 4.1.4), in UTC epoch milliseconds; null where it does not
 * say. Most providers' tokens are opaque; what is read of the others is trusted for a hint and for nothing else.
 */
export function tokenExpiry(token: string): number | null {
  const claims = tokenPattern.exec(token.trim())?.groups?.['claims'];
  if (!claims) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
    const at = typeof read === 'object' && read !== null && 'exp' in read ? read.exp : null;
    return typeof at === 'number' && Number.isFinite(at) && at > 0 ? Math.round(at * 1000) : null;
  } catch {
    return null;
  }
}
