import {
  app,
  BrowserWindow,
  Menu,
  type ContextMenuParams,
  type MenuItemConstructorOptions,
  type WebContents,
} from 'electron';
import { words } from '../hosts/words.ts';
import type { Language } from '../shared/workspace.ts';

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };
const mostSuggestions = 5;

/** What a right click offers: other spellings of a word, and the clipboard. Electron by itself offers nothing. */
export function offerContextMenus(language: () => Language): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_clicked, params) => {
      const items = itemsFor(contents, params, language());
      const window = BrowserWindow.fromWebContents(contents);
      if (items.length > 0 && window) Menu.buildFromTemplate(items).popup({ window });
    });
  });
}

function itemsFor(contents: WebContents, params: ContextMenuParams, language: Language): Item[] {
  const say = words.of(language, 'desktop');
  const { isEditable, selectionText, misspelledWord, dictionarySuggestions } = params;
  const role = (name: NonNullable<Item['role']>): Item => ({ role: name, label: say(`menu.${name}`) });
  const spellings: Item[] = misspelledWord
    ? [
        ...dictionarySuggestions.slice(0, mostSuggestions).map((word) => ({
          label: word,
          click: () => contents.replaceMisspelling(word),
        })),
        {
          id: 'learn',
          label: say('menu.learn', { word: misspelledWord }),
          click: () => void contents.session.addWordToSpellCheckerDictionary(misspelledWord),
        },
        line,
      ]
    : [];
  if (isEditable) return [...spellings, role('cut'), role('copy'), role('paste'), line, role('selectAll')];
  return selectionText === '' ? [] : [role('copy')];
}
