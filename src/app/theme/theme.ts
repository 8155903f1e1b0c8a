import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  defaultVariantColorsResolver,
} from '@mantine/core';

/** Cool greys: nearly everything on the screen is one of these. */
const ink: MantineColorsTuple = [
  '#f4f5f7',
  '#eceef2',
  '#dfe2e8',
  '#c2c7d1',
  '#9aa2b1',
  '#747d8f',
  '#5b6472',
  '#434b5c',
  '#2e3544',
  '#1b1f27',
];

/** What Mantine lays under fields, switches and menus in the dark: the same cool greys, from text to ground. */
const night: MantineColorsTuple = [
  '#e7e9ee',
  '#c2c7d1',
  '#a3abb9',
  '#8b93a2',
  '#3c424d',
  '#2f343d',
  '#1f232a',
  '#16181d',
  '#111317',
  '#0c0e11',
];

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Helvetica Neue", Arial, sans-serif';
const quick = { transition: 'fade', duration: 100 } as const;

/** What can't be undone: our own red, readable in both themes; Mantine's would be nearly white in the dark. */
const dangerous: Readonly<
  Record<string, { color: string; background?: string; hover: string; border?: string }>
> = {
  filled: { color: 'var(--surface)', background: 'var(--danger)', hover: 'var(--danger)' },
  outline: { color: 'var(--danger)', hover: 'var(--danger-soft)', border: '1px solid var(--danger)' },
  subtle: { color: 'var(--danger)', hover: 'var(--danger-soft)' },
};

/** One typeface, four sizes, two weights, a 4-pixel grid. */
export const theme = createTheme({
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '15px', lineHeight: '24px' },
      h3: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  colors: { ink, gray: ink, dark: night },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Mantine takes the text of a filled button from the light theme's shade, whichever theme is on.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    if (input.color === 'red') return { ...colours, ...dangerous[input.variant] };
    const primary = input.variant === 'filled' && (input.color ?? 'ink') === 'ink';
    return primary ? { ...colours, color: 'var(--mantine-primary-color-contrast)' } : colours;
  },
  components: {
    Checkbox: { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } },
    Radio: { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } },
    // The page itself never scrolls, and the scroll lock would need a style element that our CSP refuses.
    Modal: { defaultProps: { lockScroll: false, transitionProps: quick, centered: true } },
    // The first item has the focus: nothing stands in a menu that is no item.
    Menu: { defaultProps: { transitionProps: quick, shadow: 'md', withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { transitionProps: quick, shadow: 'md' } },
    Tooltip: { defaultProps: { transitionProps: quick, openDelay: 400, fz: 12 } },
  },
});

/** Mantine's own surfaces and texts, taken from our palette; its dimmed text and placeholders fail AA. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-quiet)',
    '--mantine-color-placeholder': 'var(--text-quiet)',
    '--mantine-color-anchor': 'var(--info)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-red-filled': 'var(--danger)',
    '--mantine-color-default': 'var(--surface-raised)',
    '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line)',
  };
  return {
    variables: {
      '--mantine-shadow-md': '0 8px 24px var(--shadow-colour)',
      '--mantine-shadow-xl': '0 16px 48px var(--shadow-colour)',
    },
    light: both,
    dark: both,
  };
};
