import { pastePlaceNow, type FieldNow, type PastePlace } from './paste-place.ts';

export interface WaitingPaste extends PastePlace {
  readonly text: string;
  readonly field: FieldNow;
}

interface PasteQueueOptions<Paste> {
  /** Asks a person, who answers by `decided`. */
  readonly hold: (paste: Paste) => void;
  /** Puts the text where that paste belongs by now. */
  readonly insert: (paste: Paste, text: string) => void;
}

interface PasteQueue<Paste> {
  add(paste: Paste, isForeign: Promise<boolean>): void;
  /** What goes in for the one that is held; null: nothing. */
  decided(text: string | null): void;
}

/**
 * Pastes that wait for a word go in as they were pasted, one behind the other, though a later one may have its word
 * earlier. Of two that a person must decide the second waits for the first.
 */
export function createPasteQueue<Paste extends WaitingPaste>({
  hold,
  insert,
}: PasteQueueOptions<Paste>): PasteQueue<Paste> {
  let waiting: readonly { readonly paste: Paste; readonly isForeign: Promise<boolean> }[] = [];

  /** The first is over; those behind it move with the text. */
  function settle(text: string | null): void {
    const [first, ...behind] = waiting;
    waiting = behind;
    if (!first || text === null) return;
    const { field } = first.paste;
    const gap = pastePlaceNow(first.paste, field);
    const sameField = behind.filter(({ paste }) => paste.field === field);
    const places = new Map(sameField.map((each) => [each, pastePlaceNow(each.paste, field)]));
    const before = field.value.length;
    insert(first.paste, text);
    const grown = field.value.length - before;
    const moved = (at: number) => (at < gap.start ? at : Math.max(at, gap.end) + grown);
    waiting = behind.map((each) => {
      const place = places.get(each);
      if (!place) return each;
      const { value } = field;
      return { ...each, paste: { ...each.paste, value, start: moved(place.start), end: moved(place.end) } };
    });
  }

  async function goOn(): Promise<void> {
    for (let first = waiting[0]; first; first = waiting[0]) {
      if (await first.isForeign) return hold(first.paste);
      settle(first.paste.text);
    }
  }

  return {
    add(paste, isForeign) {
      waiting = [...waiting, { paste, isForeign }];
      if (waiting.length === 1) void goOn();
    },
    decided(text) {
      settle(text);
      void goOn();
    },
  };
}
