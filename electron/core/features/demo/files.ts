import { crc32, deflateSync } from 'node:zlib';
import type { Random } from '../../../shared/demo/random.ts';

export interface DemoFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Small files that open in any viewer, made on the spot: nothing binary stands in the source tree. */
export function makeFile(
  kind: 'photo' | 'receipt' | 'list',
  about: { random: Random; words: string },
): DemoFile {
  const { random, words } = about;
  const number = random.between(1000, 9999);
  switch (kind) {
    case 'photo':
      return { name: `IMG_${number}.png`, type: 'image/png', bytes: photo(random) };
    case 'receipt':
      return { name: `receipt-${number}.pdf`, type: 'application/pdf', bytes: receipt(`${words} ${number}`) };
    case 'list':
      return { name: `list-${number}.csv`, type: 'text/csv', bytes: Buffer.from(list(random)) };
  }
}

/** A blurred picture of nothing: PNG (RFC 2083), 8-bit RGB, a wash of two colours with a dark blot. */
function photo(random: Random): Buffer {
  const [width, height] = [96, 72];
  const [from, to] = [0, 1].map(() => [
    random.between(60, 220),
    random.between(60, 220),
    random.between(60, 220),
  ]);
  const blot = { x: random.between(24, 72), y: random.between(18, 54), radius: random.between(8, 18) };
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shade = Math.hypot(x - blot.x, y - blot.y) < blot.radius ? 0.45 : 1;
      const mix = (x + y) / (width + height);
      for (let channel = 0; channel < 3; channel += 1) {
        const colour = (from?.[channel] ?? 0) * (1 - mix) + (to?.[channel] ?? 0) * mix;
        rows[y * (width * 3 + 1) + 1 + x * 3 + channel] = Math.round(colour * shade);
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.of()),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** One page with one line (PDF 1.4). The line is ASCII: the standard fonts have no more. */
function receipt(line: string): Buffer {
  const ascii = line.replaceAll(/[^ -~]|[()\\]/g, '');
  const content = `BT /F1 18 Tf 60 760 Td (${ascii}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, 'latin1');
}

function list(random: Random): string {
  const rows = Array.from({ length: random.between(4, 9) }, (_, index) =>
    [`P-${random.between(100, 999)}`, index + 1, random.between(2, 40)].join(','),
  );
  return ['article,line,quantity', ...rows, ''].join('\r\n');
}
