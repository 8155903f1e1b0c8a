import type { ConversationId } from '../../../../electron/shared/ids.ts';
import { mergedInto } from '../corrections/merged-into.ts';

interface FollowOptions<Words, Saved> {
  /** Where the words were opened, and what they said there. */
  readonly at: ConversationId;
  readonly known: string;
  /** What tells them from others; empty where they say nothing. */
  readonly saidIn: (words: Words) => string;
  readonly save: (at: ConversationId, words: Words) => Promise<Saved>;
  /** What stands in another conversation in their place, or null. */
  readonly standing: (at: ConversationId) => Promise<Words | null>;
  /** Both, the first above the second. */
  readonly join: (above: Words, below: Words) => Words;
}

/**
 * Saves words where their conversation is: one that became part of another is followed there. What stands in their place
 * there is somebody's work and is kept, above them, unless it is these words as they were saved last.
 */
export function createFollowingSave<Words, Saved>(
  options: FollowOptions<Words, Saved>,
): (words: Words) => Promise<Saved> {
  const { saidIn, save, standing, join } = options;
  let { at, known } = options;
  let above: Words | null = null;

  async function keep(words: Words): Promise<Saved> {
    const all = above === null ? words : join(above, words);
    const saved = await save(at, all);
    known = saidIn(all);
    return saved;
  }
  async function follow(into: ConversationId): Promise<void> {
    const there = await standing(into);
    at = into;
    if (there !== null && saidIn(there).trim() !== '' && saidIn(there) !== known) above = there;
  }
  return async function saveThere(words) {
    try {
      return await keep(words);
    } catch (error) {
      const into = mergedInto(error);
      if (into === null) throw error;
      await follow(into);
      return saveThere(words);
    }
  };
}

/** Two texts as one, what says nothing left out. */
export const joinedText = (above: string, below: string): string =>
  [above, below].filter((text) => text.trim() !== '').join('\n\n');

const leaving = new Set<Promise<unknown>>();

/** Saves the last words of what goes away; whoever opens them elsewhere waits for them. */
export function keepLastWords(saving: Promise<unknown>): void {
  const kept = saving.catch(() => undefined).finally(() => leaving.delete(kept));
  leaving.add(kept);
}

export const lastWordsKept = (): Promise<unknown> => Promise.all(leaving);
