import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientColours } from '../../../electron/shared/clients.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const palette = read('palette.css');
const colours = read('client-colours.css');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

function pick(css: string, name: string, theme: Theme): string {
  const match = new RegExp(`${name}: light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`).exec(css);
  const colour = match?.[theme === 'light' ? 1 : 2];
  if (!colour) throw new Error(`${name} is not in the palette`);
  return colour;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b].map(luminance).toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const surfaces = [
  '--surface',
  '--surface-sunken',
  '--surface-raised',
  '--surface-hover',
  '--surface-selected',
];

describe.each(themes)('the %s theme', (theme) => {
  test.each(['--text', '--text-quiet', '--danger', '--warm', '--good', '--info'])(
    '%s is readable on every surface',
    (name) => {
      for (const surface of surfaces) {
        expect(contrast(pick(palette, name, theme), pick(palette, surface, theme))).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    },
  );
  test.each(['--danger', '--warm', '--good', '--info'])('text is readable on the tint of %s', (name) => {
    expect(
      contrast(pick(palette, '--text', theme), pick(palette, `${name}-soft`, theme)),
    ).toBeGreaterThanOrEqual(4.5);
  });
  test.each(clientColours)('%s: its edge is seen, its texts are read', (colour) => {
    const block = colours.slice(colours.indexOf(`[data-client-colour='${colour}']`));
    const of = (name: string) => pick(block, `--client-${name}`, theme);
    for (const surface of ['--surface', '--surface-sunken', '--surface-selected']) {
      expect(contrast(of('edge'), pick(palette, surface, theme))).toBeGreaterThanOrEqual(2.85);
    }
    for (const surface of ['--surface', '--surface-sunken']) {
      expect(contrast(of('edge'), pick(palette, surface, theme))).toBeGreaterThanOrEqual(3);
      expect(contrast(of('text'), pick(palette, surface, theme))).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(of('edge'), of('soft'))).toBeGreaterThanOrEqual(3);
    expect(contrast(of('text'), of('soft'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('on'), of('strong'))).toBeGreaterThanOrEqual(4.5);
  });
});

describe.each(themes)('more contrast in the %s theme', (theme) => {
  const block = palette.slice(palette.indexOf("[data-contrast='more']"));
  test.each(['--text', '--text-quiet', '--danger', '--warm', '--good', '--info'])(
    '%s is read at 7:1',
    (name) => {
      for (const surface of ['--surface', '--surface-sunken', '--surface-raised'])
        expect(contrast(pick(block, name, theme), pick(block, surface, theme))).toBeGreaterThanOrEqual(7);
    },
  );
  test.each(['--line', '--line-strong', '--focus'])('%s is seen at 4.5:1', (name) => {
    expect(contrast(pick(block, name, theme), pick(block, '--surface', theme))).toBeGreaterThanOrEqual(4.5);
  });
  test('asked of the system it is the same', () => {
    const [own, system] = block.split('@media');
    const values = (css = '') => css.match(/--[\w-]+: [^;]+/g);
    expect(values(system)).toEqual(values(own));
  });
});
