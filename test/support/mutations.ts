/** What mail stumbles over: one of these, put anywhere, changes how a reader takes a message. */
const stumblingBlocks = [
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\r\n\r\n',
  ' ',
  '\t',
  '\n ',
  '\n\t',
  ';',
  '"',
  '\\',
  '=',
  '==',
  '=\n',
  '=?',
  '?=',
  '?',
  '(',
  ')',
  '<',
  '>',
  '@',
  ',',
  ':',
  '--',
  '-',
  '*',
  "'",
  '%',
  '%E4',
  '\0',
  '\u00e9',
  '\u0080',
  '\u2028',
  '\ufeff',
  '=3D',
  '=E9',
  '=20',
  '=0D',
  '=0A',
  '_',
  '[',
  ']',
  'utf-8',
  'us-ascii',
  'iso-8859-1',
  'base64',
  'quoted-printable',
  'inline',
  'attachment',
  'multipart/mixed',
  'multipart/related',
  'text/plain',
  'text/html',
  'message/rfc822',
  'application/octet-stream',
  '; charset=utf-8',
  '; format=flowed',
  '; delsp=yes',
  '; name="a b.pdf"',
  '; boundary=x',
  "; filename*=utf-8''na%C3%AFve.txt",
  '; filename*0="a"; filename*1="b"',
  '=?utf-8?Q?=C3=A4?=',
  '=?utf-8?B?w6Q=?=',
  '=?iso-8859-1?q?=E4_?= ',
  'Group: a@b.example, c@d.example;',
  '"Q, R" <q@r.example>',
  'xn--',
  '\nContent-Type: text/html',
  '\nContent-Transfer-Encoding: base64',
  '\nContent-Disposition: attachment',
  '\nContent-ID: <x@y>',
  '\nSubject: again',
  '\nTo: other@x.example',
  '\nX-Loop: y\n',
  '\nFrom ',
  '\n>From ',
  '\n-- \n',
  '\n> ',
] as const;

/** The message with one to four small changes, each at a place that headers and delimiters make likelier. */
export function mutated(message: Buffer, random: () => number): Buffer {
  let bytes = message;
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change += 1) bytes = changedOnce(bytes, random);
  return bytes;
}

function changedOnce(bytes: Buffer, random: () => number): Buffer {
  const at = placeIn(bytes, random);
  const length = 1 + Math.floor(random() ** 4 * 200);
  const block = Buffer.from(stumblingBlocks[Math.floor(random() * stumblingBlocks.length)] ?? '');
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const kind = random();
  if (kind < 0.45) return Buffer.concat([before, block, after]);
  if (kind < 0.6) return Buffer.concat([before, block, after.subarray(block.length)]);
  if (kind < 0.72) return Buffer.concat([before, after.subarray(length)]);
  if (kind < 0.8) return Buffer.concat([before, after.subarray(0, length), after]);
  if (kind < 0.88) return Buffer.concat([before, lineAt(bytes, placeIn(bytes, random)), after]);
  if (kind < 0.92) return Buffer.from(before);
  return Buffer.concat([before, Buffer.from([Math.floor(random() * 256)]), after.subarray(1)]);
}

/** Half of the places are in the first header, a quarter near a delimiter. */
function placeIn(bytes: Buffer, random: () => number): number {
  const [where, share] = [random(), random()];
  if (where < 0.5) return Math.floor(share * Math.min(bytes.length, 1_200));
  const anywhere = Math.floor(share * bytes.length);
  if (where < 0.75) return anywhere;
  const delimiter = bytes.indexOf('\n--', anywhere);
  return delimiter === -1 ? anywhere : Math.min(bytes.length, delimiter + Math.floor(random() * 220));
}

function lineAt(bytes: Buffer, at: number): Buffer {
  const start = bytes.lastIndexOf('\n', at) + 1;
  const end = bytes.indexOf('\n', at);
  return bytes.subarray(start, end === -1 ? bytes.length : end + 1);
}
