/** What the line before a message says of it. */
export interface AnswerHead {
  readonly uid: number;
  /** As the server wrote it. */
  readonly internalDate: string | undefined;
  /** Bytes of the message, which follow. */
  readonly size: number;
}

/** A data item with a plain value: a word, a quoted string without escapes, a list of words. */
const item = String.raw`[A-Z][\w.-]* (?:[^\s()"{}\\[\]]+|"[^"\\\r\n]*"|\([^()"{}\r\n]*\))`;
const head = new RegExp(
  String.raw`^\* \d{1,10} FETCH \(((?:${item} )*)BODY\[\](?:<0>)? \{(\d{1,10})\}\r?\n$`,
  'i',
);
const tail = new RegExp(String.raw`^(?: ${item})*\)\r?\n$`, 'i');
const uidItem = /(?:^| )UID (\d{1,10}) /i;
const dateItem = /(?:^| )INTERNALDATE "([^"]*)" /i;

/** Null for a line that is anything else than the beginning of a plain answer with a whole message (RFC 9051, 7.5.2). */
export function readHead(line: string): AnswerHead | null {
  const [, items = '', size] = head.exec(line) ?? [];
  const uid = uidItem.exec(items)?.[1];
  if (size === undefined || uid === undefined) return null;
  return { uid: Number(uid), internalDate: dateItem.exec(items)?.[1], size: Number(size) };
}

/** Whether an answer ends here, and nothing stands in it that somebody would have to read. */
export const isTail = (line: string): boolean => tail.test(line);

/** Bytes of the literal that the end of a line announces (RFC 9051, 4.3), or null. */
export function literalAtEnd(line: string): number | null {
  const size = /\{(\d+)\}\r?\n$/.exec(line)?.[1];
  return size === undefined ? null : Number(size);
}
