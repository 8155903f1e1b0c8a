import { EventEmitter } from 'node:events';
import type { Menu as RealMenu, MenuItemConstructorOptions } from 'electron';
import { app } from './application.ts';
import { BrowserWindow } from './browser-window.ts';
import { note } from './journal.ts';

/** One line of a menu, as its description; `click` does what a person's click does. */
class MenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: unknown;
  readonly submenu: Menu | undefined;
  readonly click: () => void;

  constructor(options: MenuItemConstructorOptions) {
    this.id = options.id;
    this.label = options.label ?? options.role ?? '';
    this.role = options.role;
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator;
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : undefined;
    this.click = () => {
      if (options.role === 'quit') app.quit();
      // what the application is given are our own stand-ins of these
      else
        (options.click as ((...values: unknown[]) => void) | undefined)?.(
          this,
          BrowserWindow.getFocusedWindow(),
          {},
        );
    };
  }
}

let applicationMenu: Menu | null = null;

export class Menu
  extends EventEmitter
  implements Record<keyof Pick<RealMenu, 'items' | 'getMenuItemById'>, unknown>
{
  readonly items: MenuItem[] = [];

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  /** What a person would see; a test clicks on it. */
  popup(): void {
    note('popup', ...this.items.map((item) => item.label));
    Menu.lastPopup = this;
  }
  static lastPopup: Menu | null = null;

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    const menu = new Menu();
    menu.items.push(...template.map((options) => new MenuItem(options)));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }
}
