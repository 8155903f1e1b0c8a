import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Core } from '../../core/core.ts';
import { serve } from '../../core/rpc/serve.ts';

/** A script's call is small; files go over the socket. */
const maximumBodyBytes = 1024 * 1024;

const Call = z.strictObject({
  id: z.union([z.string(), z.number()]),
  method: z.enum(['query', 'mutation']),
  params: z.strictObject({ path: z.string().max(200), input: z.unknown().optional() }),
});

export interface CallAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One tRPC call as one POST, for scripts. The caller has shown its token already. */
export async function answerCall(core: Core, request: IncomingMessage): Promise<CallAnswer> {
  if (request.headers['content-type']?.split(';')[0] !== 'application/json')
    return { status: 415, body: null };
  const text = await bodyOf(request);
  if (text === null) return { status: 413, body: null };
  const call = Call.safeParse(parse(text));
  if (!call.success) return { status: 400, body: null };
  return { status: 200, body: await callOnce(core, call.data) };
}

function callOnce(core: Core, call: z.infer<typeof Call>): Promise<unknown> {
  return new Promise((resolve) => {
    serve({
      router: core.router,
      context: core.connect(),
      channel: { send: resolve, onMessage: (listener) => listener(call), onClose: () => undefined },
    });
  });
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
