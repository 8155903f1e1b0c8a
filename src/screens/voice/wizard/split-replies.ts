/** Replies that were pasted one below the other: a line of at least three dashes, equals signs or stars parts them. */
export const splitReplies = (text: string): string[] =>
  text
    .split(/^[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$/m)
    .map((reply) => reply.trim())
    .filter((reply) => reply !== '');

const border = '\n\n=====\n\n';

/** What is there, and of the replies sent as many as it takes to have `wanted`. */
export function filledUp(text: string, sent: readonly string[], wanted: number): string {
  const replies = new Set(splitReplies(text));
  for (const reply of sent) if (replies.size < wanted) replies.add(reply.trim());
  return [...replies].join(border);
}
