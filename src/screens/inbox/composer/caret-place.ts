/** What decides where a letter of a text area stands. */
const copied = [
  'direction',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'letterSpacing',
  'lineHeight',
  'overflowWrap',
  'paddingBlockEnd',
  'paddingBlockStart',
  'paddingInlineEnd',
  'paddingInlineStart',
  'tabSize',
  'textAlign',
  'whiteSpace',
  'wordBreak',
] as const;

/** A caret's line in pixels from the upper left corner of the text area. */
export interface CaretPlace {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** A text area doesn't tell where its letters stand: the same text is laid out once more, unseen, and measured. */
export function caretPlace(area: HTMLTextAreaElement, at: number): CaretPlace {
  const style = getComputedStyle(area);
  const copy = document.createElement('div');
  const mark = document.createElement('span');
  for (const name of copied) copy.style[name] = style[name];
  Object.assign(copy.style, {
    position: 'absolute',
    visibility: 'hidden',
    boxSizing: 'border-box',
    width: `${area.clientWidth}px`,
  });
  mark.textContent = area.value.slice(at, at + 1) || '.';
  copy.append(area.value.slice(0, at), mark, area.value.slice(at + 1));
  area.after(copy);
  const box = copy.getBoundingClientRect();
  const place = mark.getBoundingClientRect();
  copy.remove();
  return { left: place.left - box.left, top: place.top - box.top, bottom: place.bottom - box.top };
}
