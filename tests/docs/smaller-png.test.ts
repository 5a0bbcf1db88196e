import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Pixels, readPng, writeRgb } from '../../scripts/screenshots/png.ts';
import { smallerPng } from '../../scripts/screenshots/smaller-png.ts';

/** Pictures of any colours, or of some few; the colour of the first pixel is in half of all pixels. */
const pictures = (few: boolean): fc.Arbitrary<Pixels> =>
  fc
    .record({ width: fc.integer({ min: 1, max: 30 }), height: fc.integer({ min: 1, max: 30 }) })
    .chain(({ width, height }) => {
      const length = width * height * 3;
      const byte = few ? fc.constantFrom(0, 7, 128, 255) : fc.integer({ min: 0, max: 255 });
      return fc.array(byte, { minLength: length, maxLength: length }).map((bytes) => {
        const rgb = Uint8Array.from(bytes, (one, at) =>
          at % 6 < 3 ? (bytes[at % 3] ?? one) : one,
        );
        return { width, height, rgb };
      });
    });

const colours = ({ rgb }: Pixels): string[] =>
  Array.from({ length: rgb.length / 3 }, (_, at) => rgb.subarray(at * 3, at * 3 + 3).join());

/** A picture with a palette, read in the simplest way: no filters, one piece of data. */
function paletteColours(png: Buffer): string[] {
  const body = (type: string): Buffer => {
    const at = png.indexOf(type);
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  const [width, palette] = [png.readUInt32BE(16), body('PLTE')];
  return [...inflateSync(body('IDAT'))]
    .filter((_, at) => at % (width + 1) > 0)
    .map((index) => palette.subarray(index * 3, index * 3 + 3).join());
}

test('what is written is what is read again', () => {
  fc.assert(
    fc.property(pictures(false), (picture) => {
      expect(colours(readPng(writeRgb(picture)))).toEqual(colours(picture));
    }),
  );
});

test('a picture of few colours stays as it is, with a palette and without', () => {
  fc.assert(
    fc.property(pictures(true), (picture) => {
      const png = writeRgb(picture);
      expect(paletteColours(smallerPng(png, true))).toEqual(colours(picture));
      expect(colours(readPng(smallerPng(png, false)))).toEqual(colours(picture));
    }),
  );
});

test('of many colours 256 are left, and the most frequent one stays where it is', () => {
  fc.assert(
    fc.property(pictures(false), (picture) => {
      const [before, after] = [
        colours(picture),
        colours(readPng(smallerPng(writeRgb(picture), false))),
      ];
      expect(new Set(after).size).toBeLessThanOrEqual(256);
      const kept = before.flatMap((colour, at) => (colour === before[0] ? [after[at]] : []));
      expect(new Set(kept)).toEqual(new Set([before[0]]));
    }),
  );
});

test('what is no screenshot of a browser is refused', () => {
  expect(() => readPng(Buffer.from('GIF89a'))).toThrow(/no PNG/);
});
