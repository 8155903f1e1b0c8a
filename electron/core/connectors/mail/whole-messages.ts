import { Transform } from 'node:stream';
import type { ImapFlow } from 'imapflow';
import { createMessageCutter, type Taker } from './message-cutter.ts';

/** Messages taken off the line as they come. */
export interface WholeMessages {
  /** While the work lasts they go to the taker; those that are not plain answers come to whoever asked for them, as ever. */
  during(taker: Taker, work: () => Promise<void>): Promise<void>;
}

/**
 * imapflow reads the answer to a FETCH word by word, and copies what it brings more than once, on the thread that stores
 * the mail. This stands before its reader (the property `streamer` of 2.x), takes whole messages out of the stream and
 * leaves it all the rest; without such a reader imapflow brings the messages itself.
 */
export function takeWholeMessages(client: ImapFlow): WholeMessages {
  const cutter = createMessageCutter();
  const reader: unknown = Reflect.get(client, 'streamer');
  if (reader instanceof Transform) {
    const readRest = reader._transform.bind(reader);
    reader._transform = (chunk: unknown, encoding, next) => {
      const rest = Buffer.isBuffer(chunk) ? cutter.cut(chunk) : chunk;
      if (Buffer.isBuffer(rest) && rest.length === 0) next();
      else readRest(rest, encoding, next);
    };
  }
  return {
    async during(taker, work) {
      cutter.taker = taker;
      try {
        await work();
      } finally {
        cutter.taker = null;
      }
    },
  };
}
