import { app, type Input } from 'electron';
import { toPageChannels } from '../shared/desktop-channels.ts';
import type { FrameKey } from '../shared/desktop.ts';

/** What these do with Ctrl or Cmd is the frame's own: to copy what is selected there, and to select all of it. */
const ofFrame: ReadonlySet<string> = new Set(['a', 'c']);

/**
 * A mail's frame has no scripts, so that a shortcut pressed there would reach nobody: main, which sees every key before
 * its frame does, tells the page. The key itself goes its way, to the menu too.
 * `before-input-event`: https://www.electronjs.org/docs/latest/api/web-contents#event-before-input-event
 */
export function tellKeysOfFrames(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (_pressed, input) => {
      if (contents.focusedFrame?.parent && isShortcut(input))
        contents.send(toPageChannels.frameKey, keyOf(input));
    });
  });
}

const isShortcut = ({ type, key, control, meta, isAutoRepeat }: Input): boolean =>
  type === 'keyDown' && !isAutoRepeat && (control || meta) && !ofFrame.has(key.toLowerCase());

const keyOf = ({ key, code, control, meta, alt, shift }: Input): FrameKey => ({
  key,
  code,
  ctrlKey: control,
  metaKey: meta,
  altKey: alt,
  shiftKey: shift,
});
