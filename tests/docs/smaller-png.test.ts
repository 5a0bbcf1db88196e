import { deflateSync, inflateSync } from 'node:zlib';
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

test('of many colours 256 are left: the most frequent stays, any other becomes the nearest', () => {
  const apart = (one = '', other = ''): number => {
    const [a, b] = [one.split(',').map(Number), other.split(',').map(Number)];
    return a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0);
  };
  const both = (picture: Pixels) =>
    [colours(picture), colours(readPng(smallerPng(writeRgb(picture), false)))] as const;
  fc.assert(
    fc.property(pictures(false), (picture) => {
      const [before, after] = both(picture);
      const left = [...new Set(after)];
      expect(left.length).toBeLessThanOrEqual(256);
      expect(after[0]).toBe(before[0]);
      const worse = before.filter(
        (colour, at) =>
          apart(colour, after[at]) > Math.min(...left.map((one) => apart(colour, one))),
      );
      expect(worse).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('every filter of rows is undone', () => {
  const part = (type: string, data: readonly number[]): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), Buffer.from(data), Buffer.alloc(4)]);
  };
  const grey = (one: number, other: number): number[] => [one, one, one, other, other, other];
  const rows = [
    [0, ...grey(10, 40)],
    [1, ...grey(1, 1)],
    [2, ...grey(1, 1)],
    [3, ...grey(1, 1)],
    [4, ...grey(5, 250)],
    // Here the corner is nearest.
    [4, ...grey(6, 1)],
  ];
  const png = Buffer.concat([
    Buffer.alloc(8),
    part('IHDR', [0, 0, 0, 2, 0, 0, 0, rows.length, 8, 2, 0, 0, 0]),
    part('IDAT', [...deflateSync(Buffer.from(rows.flat()))]),
  ]);
  // By hand, from the specification.
  const expected = [grey(10, 40), grey(1, 2), grey(2, 3), grey(2, 3), grey(7, 1), grey(13, 8)];
  expect([...readPng(png).rgb]).toEqual(expected.flat());
});

test('what is no screenshot of a browser is refused', () => {
  expect(() => readPng(Buffer.from('GIF89a'))).toThrow(/no PNG/);
});
