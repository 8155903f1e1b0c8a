declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

/**
 * Zod would compile its checks with `new Function`, which our content security policy refuses. The first paint does
 * without Zod; this is read by the chunk that brings it later.
 */
globalThis.__zod_globalConfig = { jitless: true };
