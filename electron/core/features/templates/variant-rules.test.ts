import { describe, expect, test } from 'vitest';
import type { ChannelKind } from '../../../shared/channels.ts';
import { chooseVariant, twinTexts } from './variant-rules.ts';

const main = { locale: 'de', source: 'main' };
const text = (locale: string, channel: ChannelKind | null) => ({
  locale,
  channel,
  source: `${locale} ${channel ?? 'any'}`,
});
const template = {
  ...main,
  variants: [
    text('es', null),
    text('es', 'demo'),
    text('en', null),
    text('en', 'demo'),
    text('pt', null),
    text('pt-BR', null),
    text('fr-CA', null),
    text('it', 'demo'),
  ],
};

describe('which text a customer gets', () => {
  test.each([
    ['es', 'demo', 'en', 'es demo', 'channel'],
    ['es', 'mail', 'en', 'es any', 'locale'],
    ['ES', 'mail', 'en', 'es any', 'locale'],
    ['es-MX', 'demo', 'en', 'es demo', 'channel'],
    ['pt-BR', 'mail', 'en', 'pt-BR any', 'locale'],
    ['pt-PT', 'mail', 'en', 'pt any', 'locale'],
    ['fr', 'mail', 'en', 'fr-CA any', 'locale'],
    ['fr-FR', 'mail', 'en', 'fr-CA any', 'locale'],
    // The text for another channel is not taken, even in the right language.
    ['it', 'mail', 'en', 'en any', 'client-locale'],
    ['nl', 'mail', 'en', 'en any', 'client-locale'],
    ['nl', 'demo', 'en', 'en demo', 'client-locale'],
    [null, 'demo', 'en', 'en demo', 'client-locale'],
    ['de', 'mail', 'en', 'main', 'locale'],
    ['nl', 'mail', 'sv', 'main', 'main'],
    [null, 'mail', null, 'main', 'main'],
  ] as const)('%s on %s at a client of %s: %s', (...row) => {
    const [locale, channel, clientLocale, source, reason] = row;
    const chosen = chooseVariant(template, { locale, channel, clientLocale });
    expect([chosen.variant.source, chosen.reason]).toEqual([source, reason]);
  });

  test('a nearer language goes before the channel', () => {
    const mixed = { ...main, variants: [text('pt', 'demo'), text('pt-BR', null)] };
    const chosen = chooseVariant(mixed, { locale: 'pt-BR', channel: 'demo', clientLocale: 'en' });
    expect(chosen.variant.source).toBe('pt-BR any');
  });
});

test('two texts for the same language and channel are found', () => {
  expect(twinTexts(template)).toBeNull();
  expect(twinTexts({ ...main, variants: [text('DE', null)] })).toEqual(text('DE', null));
  expect(twinTexts({ ...main, variants: [text('es', 'mail'), text('es', 'mail')] })?.locale).toBe('es');
});
