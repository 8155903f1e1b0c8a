/** A text as a pattern that finds just this text, in Vale's syntax and in JavaScript's, with the flag `u` and without. */
export const exactPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
