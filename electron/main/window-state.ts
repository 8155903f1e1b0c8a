import { screen, type BrowserWindow, type Rectangle } from 'electron';
import type { SettingsStore } from './kept-settings.ts';

const usualSize = { width: 1280, height: 800 };
/** INTERFACE: below this the panes can't keep their promises. */
export const smallestSize = { minWidth: 720, minHeight: 480 };

/** Where the window was, unless the screen it was on is gone. */
export function windowBounds(settings: SettingsStore): Partial<Rectangle> {
  const kept = settings.get('bounds');
  return kept && isOnAScreen(kept) ? kept : usualSize;
}

/** A window that can't be reached by its title bar is lost: a part of its top edge must lie on some screen. */
function isOnAScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    return across >= 100 && y >= area.y - 10 && y <= area.y + area.height - 50;
  });
}

/** While somebody drags an edge, dozens of sizes pass in a second. */
const settledMilliseconds = 400;

/** Kept soon after every change as well: a program that is killed closes no window. */
export function keepWindowState(window: BrowserWindow, settings: SettingsStore): void {
  if (settings.get('maximized')) window.maximize();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(waiting);
    if (!window.isDestroyed())
      settings.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const keepSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, settledMilliseconds);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', keep);
  window.on('closed', () => clearTimeout(waiting));
}
