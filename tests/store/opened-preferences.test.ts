import { expect, test } from 'vitest';
import { createCipher } from '../../src/store/cipher.ts';
import { sealMark } from '../../src/store/mark.ts';
import { createReader } from '../../src/store/opened-preferences.ts';
import type { Room } from '../../src/store/room.ts';
import { preferenceRow } from '../../src/store/sealed.ts';
import { samplePreference } from './samples.ts';

const drawn = (): ReturnType<typeof createCipher> =>
  createCipher(crypto.getRandomValues(new Uint8Array(32)));

test('a preference is opened once, anew when it changed, and never with another key', () => {
  const cipher = drawn();
  let times = 0;
  const open: typeof cipher.open = (place, sealed) => {
    times += 1;
    return cipher.open(place, sealed);
  };
  // The reader needs nothing of a room but what it opens with.
  const room = { cipher: { ...cipher, open } } as Room;
  const reader = createReader(room);
  const read = (id: string, row: unknown) => reader.list(null, [id], [row])[0];
  const first = preferenceRow(cipher, samplePreference('p'));
  expect(read('p', first)).toEqual(samplePreference('p'));
  expect(read('p', structuredClone(first))).toEqual(samplePreference('p'));
  expect(times).toBe(1);
  const changed = samplePreference('p', { revision: 1 });
  expect(read('p', preferenceRow(cipher, changed))).toEqual(changed);
  expect(times).toBe(2);
  room.cipher = drawn();
  expect(read('p', first)).toBeUndefined();
});

test('the list is known again by its mark, and by no other, and never with another key', () => {
  const cipher = drawn();
  const room = { cipher } as Room;
  const reader = createReader(room);
  const mark = sealMark(cipher, { epoch: 1, count: 1, hash: '0'.repeat(32) });
  expect(reader.listed(mark)).toBeUndefined();
  const all = reader.list(mark, ['p'], [preferenceRow(cipher, samplePreference('p'))]);
  expect(reader.listed(structuredClone(mark))).toBe(all);
  // The same mark sealed anew belongs to another change.
  const other = sealMark(cipher, { epoch: 1, count: 1, hash: '0'.repeat(32) });
  expect(reader.listed(other)).toBeUndefined();
  expect(reader.listed(undefined)).toBeUndefined();
  room.cipher = drawn();
  expect(reader.listed(mark)).toBeUndefined();
});
