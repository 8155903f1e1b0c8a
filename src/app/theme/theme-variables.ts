import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { cssVariablesResolver, theme } from './theme.ts';

/**
 * Puts the theme's variables into a constructed style sheet. Mantine would write a `<style>` element instead, for which
 * the content security policy would have to allow inline styles.
 */
export function adoptThemeVariables(): void {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const defaults = defaultCssVariablesResolver(merged);
  const own = cssVariablesResolver(merged);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    convertCssVariables({
      variables: { ...defaults.variables, ...own.variables },
      light: { ...defaults.light, ...own.light, '--mantine-color-scheme': 'light' },
      dark: { ...defaults.dark, ...own.dark, '--mantine-color-scheme': 'dark' },
    }),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
