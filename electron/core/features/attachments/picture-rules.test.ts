import { expect, test } from 'vitest';
import { magicOf } from './kind-rules.ts';
import { mayBeDrawn, sizeOfPicture } from './picture-rules.ts';

const pictures = {
  png: ['89504e470d0a1a0a0000000d49484452000000280000001e0806000000', 40, 30],
  gif: ['4749463839612800 1e00f00000'.replace(' ', ''), 40, 30],
  jpeg: ['ffd8ffe000104a46494600010100000100010000ffc0001108001e002803', 40, 30],
  'webp, lossy': ['52494646000000005745425056503820000000000000009d012a28001e00', 40, 30],
  'webp, lossless': ['524946460000000057454250565038 4c000000002f27400700'.replace(' ', ''), 40, 30],
  'webp, extended': ['5249464600000000574542505650385800000000000000002700001d0000', 40, 30],
} as const;

test.each(Object.entries(pictures))(
  'the size of a %s is read from its header',
  (_kind, [hex, width, height]) => {
    const bytes = Buffer.from(hex, 'hex');
    const magic = magicOf(bytes);
    expect(sizeOfPicture(bytes, magic)).toEqual({ width, height });
    expect(mayBeDrawn(bytes, magic)).toBe(true);
    for (let length = 0; length < bytes.length; length += 1) sizeOfPicture(bytes.subarray(0, length), magic);
  },
);

test('a picture of too many pixels, of none or without a size is not drawn', () => {
  const bytes = Buffer.from(pictures.png[0], 'hex');
  bytes.writeUInt32BE(100_000, 16);
  bytes.writeUInt32BE(100_000, 20);
  expect(mayBeDrawn(bytes, 'image/png')).toBe(false);
  bytes.writeUInt32BE(0, 16);
  expect(mayBeDrawn(bytes, 'image/png')).toBe(false);
  expect(mayBeDrawn(bytes.subarray(0, 12), 'image/png')).toBe(false);
  expect(mayBeDrawn(Buffer.from('ffd8ffff', 'hex'), 'image/jpeg')).toBe(false);
});
