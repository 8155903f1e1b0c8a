/** Replies that were pasted one below the other: a line of at least three dashes, equals signs or stars parts them. */
export const splitReplies = (text: string): string[] =>
  text
    .split(/^[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$/m)
    .map((reply) => reply.trim())
    .filter((reply) => reply !== '');
