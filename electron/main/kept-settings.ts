import ElectronStore from 'electron-store';
import type { Rectangle } from 'electron';
import type { Language, Theme } from '../shared/workspace.ts';

/** What the window remembers by itself, before the core is up. Nothing of any client. */
export interface KeptSettings {
  readonly bounds?: Rectangle;
  readonly maximized?: boolean;
  readonly language?: Language;
  readonly theme?: Theme;
  readonly startMinimised?: boolean;
  readonly closeToTray?: boolean;
}

export type SettingsStore = ElectronStore<KeptSettings>;

/** Stands in `window.json` in the profile folder; made when the options have been read, which may move that folder. */
export const openSettings = (): SettingsStore =>
  new ElectronStore<KeptSettings>({ name: 'window', clearInvalidConfig: true });
