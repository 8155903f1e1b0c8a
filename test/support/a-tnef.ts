/** A `winmail.dat` ([MS-OXTNEF]) of some files, as Outlook makes it: names in Unicode, bytes in attAttachData. */
export function aTnef(
  files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x223e9f78, 0);
  head.writeUInt16LE(1, 4);
  return Buffer.concat([
    head,
    ...files.flatMap(({ name, content }) => [
      attribute({ level: 2, id: 0x00069002, value: Buffer.alloc(14) }),
      attribute({ level: 2, id: 0x0006800f, value: Buffer.from(content) }),
      attribute({ level: 2, id: 0x00069005, value: longName(name) }),
    ]),
  ]);
}

function attribute({ level, id, value }: { level: number; id: number; value: Buffer }): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(level, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(value.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(
    value.reduce((all, byte) => (all + byte) % 65_536, 0),
    0,
  );
  return Buffer.concat([head, value, sum]);
}

/** One property: PidTagAttachLongFilename in Unicode. */
function longName(name: string): Buffer {
  const text = Buffer.from(`${name}\0`, 'utf16le');
  const head = Buffer.alloc(16);
  head.writeUInt32LE(1, 0);
  head.writeUInt16LE(0x001f, 4);
  head.writeUInt16LE(0x3707, 6);
  head.writeUInt32LE(1, 8);
  head.writeUInt32LE(text.length, 12);
  return Buffer.concat([head, text, Buffer.alloc((4 - (text.length % 4)) % 4)]);
}
