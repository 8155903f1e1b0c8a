import { EventEmitter } from 'node:events';
import type { Tray as RealTray } from 'electron';
import { note } from './journal.ts';
import type { Menu } from './menu.ts';

export class Tray extends EventEmitter implements Pick<RealTray, 'setToolTip'> {
  setToolTip(text: string): void {
    note('tray', text);
  }
  setContextMenu(menu: Menu | null): void {
    note('tray-menu', ...(menu?.items ?? []).map((item) => item.label));
  }
}
