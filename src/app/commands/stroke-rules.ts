import type { FrameKey } from '../../../electron/shared/desktop.ts';

/**
 * Keys as they are written in a command: strokes with a space between them, such as `J`, `Mod+K`, `?` or `G I`. `Mod` is
 * Command on a Mac, else Control. Letters are what is typed, so that they follow the keyboard's layout.
 */
export type Keys = string;

/** What a stroke is made from; a browser's event has it. */
export interface KeyEvent extends FrameKey {
  getModifierState(key: string): boolean;
}

const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
  'Process',
]);

/** A sign such as ? needs Shift on one keyboard and not on the next. */
const isSign = (key: string): boolean => key.length === 1 && key.toLowerCase() === key.toUpperCase();

/** The stroke that a key press is, as it is written in a command; null for a modifier alone, and for what types a third sign. */
export function strokeOf(event: KeyEvent, isMac: boolean): Keys | null {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (other || modifiers.has(event.key) || (!isMac && event.getModifierState('AltGraph'))) return null;
  // With Alt a Mac types a sign of its own: what stands on the key is meant.
  const plain = /^(?:Key|Digit)(.)$/u.exec(event.altKey ? event.code : '')?.[1] ?? event.key;
  const key = plain === ' ' ? 'Space' : plain.length === 1 ? plain.toUpperCase() : plain;
  const parts = [
    ...(mod ? ['Mod'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey && !isSign(plain) ? ['Shift'] : []),
  ];
  return [...parts, key].join('+');
}

export const strokesOf = (keys: Keys): readonly string[] => keys.split(' ');

/** The same keys in the one way in which they are compared: `shift+mod+k` is `Mod+Shift+K`. */
export function canonical(keys: Keys): Keys {
  return strokesOf(keys)
    .map((stroke) => {
      const parts = stroke.split('+');
      // The plus sign is a key too.
      const key = stroke.endsWith('+') ? '+' : (parts.at(-1) ?? '');
      const wants = (name: string) =>
        parts.slice(0, -1).some((part) => part.toLowerCase() === name.toLowerCase());
      const held = ['Mod', 'Alt', 'Shift'].filter(
        (name) => wants(name) && !(name === 'Shift' && isSign(key)),
      );
      return [...held, key.length === 1 ? key.toUpperCase() : key].join('+');
    })
    .join(' ');
}

/** Whether it can't be a letter of a text: it is pressed with Mod or Alt, or is Escape or a function key. */
export const isBesideText = (stroke: string): boolean => /^(?:Mod|Alt)\+|^Escape$|^F\d{1,2}$/u.test(stroke);

type Step<Command> =
  | { readonly kind: 'run'; readonly command: Command }
  /** The beginning of something: waits for the next stroke. */
  | { readonly kind: 'begun'; readonly pending: Keys }
  | { readonly kind: 'none' };

/**
 * What a stroke after those that are pending means. The commands come in the order in which they have the say; whole keys
 * come before beginnings.
 */
export function advance<Command extends { readonly keys?: readonly Keys[] }>(
  commands: readonly Command[],
  { pending, stroke }: { pending: Keys; stroke: string },
): Step<Command> {
  const pressed = pending === '' ? stroke : `${pending} ${stroke}`;
  const keysOf = (command: Command) => (command.keys ?? []).map(canonical);
  const command = commands.find((each) => keysOf(each).includes(pressed));
  if (command) return { kind: 'run', command };
  const begins = commands.some((each) => keysOf(each).some((keys) => keys.startsWith(`${pressed} `)));
  return begins ? { kind: 'begun', pending: pressed } : { kind: 'none' };
}
