import { app, Menu, nativeImage, Tray } from 'electron';
import { join } from 'node:path';
import { words } from '../hosts/words.ts';
import type { Language } from '../shared/workspace.ts';
import { places } from './places.ts';

export interface AppTray {
  setLanguage(language: Language): void;
  setBadge(count: number): void;
  /** Clients whose mail is not up to date: no number of theirs is the whole truth. */
  setStale(names: readonly string[]): void;
}

/** The mark beside the clock: how much waits, and the way back to the window. */
export function createTray(options: { language: Language; show: () => void }): AppTray {
  const mac = process.platform === 'darwin';
  const icon = nativeImage.createFromPath(join(places.icons, mac ? 'trayTemplate.png' : 'tray.png'));
  icon.setTemplateImage(mac);
  const tray = new Tray(icon);
  let { language } = options;
  let waiting = 0;
  let stale: readonly string[] = [];

  function draw(): void {
    const say = words.of(language, 'desktop');
    if (mac) tray.setTitle(waiting === 0 ? '' : String(waiting));
    const standing = waiting === 0 ? app.getName() : say('tray.waiting', { count: waiting });
    tray.setToolTip(
      stale.length === 0
        ? standing
        : `${standing}\n${say('tray.stale', { names: namesIn(language, stale) })}`,
    );
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { id: 'show', label: say('tray.show'), click: options.show },
        { type: 'separator' },
        { id: 'quit', label: say('menu.quit'), click: () => app.quit() },
      ]),
    );
  }

  tray.on('click', options.show);
  draw();
  return {
    setLanguage(next) {
      language = next;
      draw();
    },
    setBadge(count) {
      waiting = count;
      draw();
    },
    setStale(names) {
      stale = names;
      draw();
    },
  };
}

/** A tool tip is cut by the system after some 60 letters: three names tell enough. */
const namesIn = (language: Language, names: readonly string[]): string =>
  new Intl.ListFormat(language).format(names.slice(0, 3));
