import type { GuideLine } from './guide-lines.ts';

/** What good replies have in common, as a line that only lacks a person's words. */
export type SuggestedLine = GuideLine extends infer Line
  ? Line extends GuideLine
    ? Omit<Line, 'id' | 'prose' | 'level'> & {
        /** In how many of the replies it was seen. */ readonly seen: number;
      }
    : never
  : never;

export interface SuggestedGuide {
  readonly replies: number;
  /** Two letters; empty where nothing tells. */
  readonly language: string;
  readonly lines: readonly SuggestedLine[];
}
