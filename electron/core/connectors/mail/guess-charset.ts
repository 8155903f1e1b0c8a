/** What a message says about the charsets it is written in. */
export interface CharsetHints {
  /** Charsets that it declares anywhere, in their order. */
  readonly declared: readonly string[];
  /** Content-Language, or the languages that its writer reads; a tag such as `pt-BR`. */
  readonly language: string;
}

/**
 * The charset that programs of a language wrote before UTF-8: the HTML Standard's table of default encodings by locale
 * (13.2.3.2), with the Chinese of Taiwan and Hong Kong apart.
 */
const byLanguage: Readonly<Record<string, string>> = {
  ar: 'windows-1256',
  az: 'windows-1254',
  ba: 'windows-1251',
  be: 'windows-1251',
  bg: 'windows-1251',
  cs: 'windows-1250',
  el: 'iso-8859-7',
  et: 'windows-1257',
  fa: 'windows-1256',
  he: 'windows-1255',
  hr: 'windows-1250',
  hu: 'iso-8859-2',
  ja: 'shift_jis',
  kk: 'windows-1251',
  ko: 'euc-kr',
  ku: 'windows-1254',
  ky: 'windows-1251',
  lt: 'windows-1257',
  lv: 'windows-1257',
  mk: 'windows-1251',
  pl: 'iso-8859-2',
  ru: 'windows-1251',
  sah: 'windows-1251',
  sk: 'windows-1250',
  sl: 'iso-8859-2',
  sr: 'windows-1251',
  tg: 'windows-1251',
  th: 'windows-874',
  tr: 'windows-1254',
  tt: 'windows-1251',
  uk: 'windows-1251',
  vi: 'windows-1258',
  zh: 'gb18030',
};

/**
 * The charset of bytes that no declaration explains (RFC 6532 allows UTF-8 without one; everything else is a fault of the
 * writer's program): UTF-8 where they are valid UTF-8, then what the same message declares elsewhere, then the charset of
 * its language, then windows-1252, which decodes anything.
 */
export function guessCharset(bytes: Uint8Array, hints: CharsetHints): string {
  const candidates = ['utf-8', ...hints.declared.filter(saysSomething), charsetOf(hints.language)];
  return candidates.find((charset) => explains(bytes, charset)) ?? 'windows-1252';
}

/** Names that declare nothing about bytes above 127. */
const saysSomething = (charset: string): boolean => !isNoCharset(charset);
export const isNoCharset = (charset: string): boolean =>
  /^(?:|(?:us-?)?ascii|ansi_x3\.4-19\d\d|.*unknown.*|(?:7|8)-?bit|.*8-?bit|none|default|binary|x-user-defined)$/i.test(
    charset.trim(),
  );

function charsetOf(language: string): string {
  const tag = language.trim().toLowerCase();
  if (/^zh-(?:tw|hk|mo|hant)/.test(tag)) return 'big5';
  return byLanguage[/^[a-z]{2,3}/.exec(tag)?.[0] ?? ''] ?? 'windows-1252';
}

function explains(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    // An unknown name, or bytes that it has no letters for.
    return false;
  }
}
