/** One thing that the application did to the world outside its window. */
export type JournalEntry = readonly [kind: string, ...details: unknown[]];

/** What a test reads through `electronApp.evaluate(({ standIn }) => standIn.journal)`. */
export const standIn = {
  journal: [] as JournalEntry[],
  /** Answers of the next dialogs, in order. */
  dialogs: [] as unknown[],
};

export const note = (kind: string, ...details: readonly unknown[]): void => {
  standIn.journal.push([kind, ...details]);
};
