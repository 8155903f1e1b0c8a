/** Decodes bytes that a mail declares to be in this charset. */
export type Decode = (bytes: Buffer) => string;

/**
 * Charsets of the seven-bit days that neither the platform nor mailparser reads. UTF-7 is known for hiding markup from
 * filters that look at bytes; ours look at what was decoded, and only a charset that the mail itself declares is read so.
 */
const sevenBit: Readonly<Record<string, Decode>> = {
  'utf-7': decodeUtf7,
  utf7: decodeUtf7,
  'unicode-1-1-utf-7': decodeUtf7,
  csunicode11utf7: decodeUtf7,
  hz: decodeHz,
  'hz-gb-2312': decodeHz,
  'iso-2022-kr': decodeIso2022Kr,
  csiso2022kr: decodeIso2022Kr,
};

/** Names that programs write for charsets that mailparser knows by another one. */
const otherNames: Readonly<Record<string, string>> = {
  uhc: 'cp949',
  'x-uhc': 'cp949',
  'x-windows-949': 'cp949',
  'mac-latin2': 'maccenteuro',
  'x-mac-ce': 'maccenteuro',
  'x-mac-centraleurroman': 'maccenteuro',
  'x-mac-greek': 'macgreek',
  'x-mac-turkish': 'macturkish',
};

/** The name under which mailparser knows such a charset, or null where it is called so already. */
export const knownNameOf = (charset: string): string | null =>
  otherNames[charset.trim().toLowerCase()] ?? null;

/** The decoder of such a charset, or null for every other one. */
export const oldDecoderOf = (charset: string): Decode | null =>
  sevenBit[charset.trim().toLowerCase()] ?? null;

/** `+` begins UTF-16 in base64 without padding, `-` or any other character ends it, `+-` is a plus (RFC 2152). */
export function decodeUtf7(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll(/\+([A-Za-z0-9+/]*)(-?)/g, (whole, shifted: string) => {
    if (shifted === '') return whole === '+-' ? '+' : whole;
    const units = Buffer.from(shifted, 'base64');
    return units
      .subarray(0, units.length & ~1)
      .swap16()
      .toString('utf16le');
  });
}

/** Shift-out begins pairs of KS X 1001 in seven bits, shift-in or the end of the line ends them (RFC 1557). */
export function decodeIso2022Kr(bytes: Buffer): string {
  const lines = bytes
    .toString('utf8')
    .replaceAll('\x1b$)C', '')
    .split(/(?=\r?\n)/);
  return lines
    .map((line) => {
      const [before = '', ...shifted] = line.split('\x0e');
      return before + shifted.map(koreanFirst).join('');
    })
    .join('');
}

/** What follows a shift-out: Korean up to the shift-in. */
function koreanFirst(text: string): string {
  const [pairs = '', ...rest] = text.split('\x0f');
  const eight = Buffer.from(pairs, 'latin1').map((byte) => byte | 0x80);
  return new TextDecoder('euc-kr').decode(eight) + rest.join('');
}

/** `~{` begins pairs of GB 2312 in seven bits, `~}` or the end of the line ends them, `~~` is a tilde (RFC 1843). */
export function decodeHz(bytes: Buffer): string {
  const gb = new TextDecoder('gb18030');
  return bytes
    .toString('utf8')
    .replaceAll(/~~|~\r?\n|~\{([^\n]*?)(?:~\}|(?=\n)|$)/g, (whole, pairs: string | undefined) => {
      if (pairs === undefined) return whole === '~~' ? '~' : '';
      return gb.decode(Buffer.from(pairs.replace(/\r$/, ''), 'latin1').map((byte) => byte | 0x80));
    });
}
