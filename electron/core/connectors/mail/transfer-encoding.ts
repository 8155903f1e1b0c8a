/** The bytes of a body, one character a byte, after its transfer encoding (RFC 2045, 6). Lenient: broken codes are left as they stand. */
export function transferDecoded(body: string, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(quotedPrintable(body), 'latin1');
    default:
      return Buffer.from(body, 'latin1');
  }
}

const quotedPrintable = (body: string): string =>
  body
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\r\n')
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
