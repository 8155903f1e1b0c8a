/** The text of a field when something was to be put in place of a part of it. */
export interface PastePlace {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A field as it stands now. */
export interface FieldNow {
  readonly value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
}

/**
 * What a paste that had to wait replaces in a field by now. What was typed there meanwhile has taken the place of what was
 * selected and stands behind the paste, as if that had not waited; a text that was changed elsewhere takes it at its caret.
 */
export function pastePlaceNow(
  { value, start, end }: PastePlace,
  now: FieldNow,
): { readonly start: number; readonly end: number } {
  if (now.value === value) return { start, end };
  const [before, behind] = [value.slice(0, start), value.slice(end)];
  const isTypedThere =
    now.value.length >= before.length + behind.length &&
    now.value.startsWith(before) &&
    now.value.endsWith(behind);
  if (isTypedThere) return { start, end: start };
  const caret = now.selectionStart ?? now.value.length;
  return { start: caret, end: now.selectionEnd ?? caret };
}
