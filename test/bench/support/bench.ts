/** One measured number, and what it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'kB' | '%' | '/s';
  /** The same work by what a person would use instead, in the same unit and the same run. */
  readonly peer?: { readonly name: string; readonly value: number };
  /** `ratio` is ours over the peer's. */
  readonly target?: { readonly of: 'value' | 'ratio'; readonly most: number };
  readonly note?: string;
}

export interface BenchContext {
  /** Smaller inputs and fewer rounds: to see that everything works, not to quote. */
  readonly quick: boolean;
  /** How many conversations the largest workspace holds. */
  readonly conversations: number;
  /** Tells what is being done, on standard error. */
  say(line: string): void;
}

export interface Bench {
  readonly name: string;
  /** Takes so long, the first time, that it runs only when it is named. */
  readonly onlyAsked?: true;
  run(context: BenchContext): Promise<readonly Figure[]>;
}

export const ratioOf = ({ value, peer }: Figure): number | null => (peer ? value / peer.value : null);

/** Null where there is no target. */
export function isMet(figure: Figure): boolean | null {
  if (!figure.target) return null;
  const measured = figure.target.of === 'ratio' ? ratioOf(figure) : figure.value;
  return measured !== null && measured <= figure.target.most;
}
