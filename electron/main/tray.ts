import { app, Menu, nativeImage, Tray } from 'electron';
import { join } from 'node:path';
import { words } from '../hosts/words.ts';
import type { Language } from '../shared/workspace.ts';
import { places } from './places.ts';

export interface AppTray {
  setLanguage(language: Language): void;
  setBadge(count: number): void;
}

/** The mark beside the clock: how much waits, and the way back to the window. */
export function createTray(options: { language: Language; show: () => void }): AppTray {
  const mac = process.platform === 'darwin';
  const icon = nativeImage.createFromPath(join(places.icons, mac ? 'trayTemplate.png' : 'tray.png'));
  icon.setTemplateImage(mac);
  const tray = new Tray(icon);
  let { language } = options;
  let waiting = 0;

  function draw(): void {
    const say = words.of(language, 'desktop');
    tray.setToolTip(waiting === 0 ? app.getName() : say('tray.waiting', { count: waiting }));
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
  };
}
