import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { words } from '../hosts/words.ts';
import type { DesktopCommand } from '../shared/desktop.ts';
import type { Language } from '../shared/workspace.ts';

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/** The application menu in the operator's language; the page does what is chosen. */
export function buildMenu(language: Language, command: (name: DesktopCommand) => void): Menu {
  const say = words.of(language, 'desktop');
  const role = (name: NonNullable<Item['role']>, key: string): Item => ({ role: name, label: say(key) });
  /** The page handles the key itself; the menu only shows it. */
  const page = (name: DesktopCommand, accelerator: string): Item => ({
    id: name,
    label: say(`menu.${name}`),
    accelerator,
    registerAccelerator: false,
    click: () => command(name),
  });

  const file: Item[] = [page('settings', 'CmdOrCtrl+,'), line, role('quit', 'menu.quit')];
  const edit: Item[] = [
    role('undo', 'menu.undo'),
    role('redo', 'menu.redo'),
    line,
    role('cut', 'menu.cut'),
    role('copy', 'menu.copy'),
    role('paste', 'menu.paste'),
    role('selectAll', 'menu.selectAll'),
    line,
    page('search', 'CmdOrCtrl+K'),
  ];
  const view: Item[] = [
    role('resetZoom', 'menu.actualSize'),
    role('zoomIn', 'menu.zoomIn'),
    role('zoomOut', 'menu.zoomOut'),
    line,
    role('togglefullscreen', 'menu.fullScreen'),
    ...(app.isPackaged ? [] : [role('toggleDevTools', 'menu.developerTools')]),
  ];
  const window: Item[] = [role('minimize', 'menu.minimize'), role('close', 'menu.close')];
  const help: Item[] = [page('shortcuts', '?')];

  return Menu.buildFromTemplate([
    { label: process.platform === 'darwin' ? app.getName() : say('menu.file'), submenu: file },
    { label: say('menu.edit'), submenu: edit },
    { label: say('menu.view'), submenu: view },
    { label: say('menu.window'), submenu: window },
    { label: say('menu.help'), role: 'help', submenu: help },
  ]);
}
