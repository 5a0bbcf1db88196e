import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { type Cipher, createCipher } from '../../src/store/cipher.ts';
import { episodeRecords } from '../../src/store/episode-records.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import type { Room } from '../../src/store/room.ts';
import { takeOutRecords } from '../../src/store/take-out.ts';
import { openPacks } from '../../src/store/vector-packs.ts';
import { vectorRecords } from '../../src/store/vector-records.ts';
import { freshName } from './fresh-store.ts';
import { memoryBeside } from './memory-beside.ts';
import { sampleEpisode, sampleVector } from './samples.ts';

const encoder = 'lexical-1';
const packAt = 3;

afterEach(() => vi.restoreAllMocks());

async function openRoom(
  name: string,
  cipher: Cipher = createCipher(crypto.getRandomValues(new Uint8Array(32))),
): Promise<Room> {
  const beside = memoryBeside();
  const { database } = await openDatabase(beside, name, cipher.seal);
  return { database, cipher, beside };
}

const storeIn = (room: Room) => ({
  ...episodeRecords(room),
  ...takeOutRecords(room),
  ...vectorRecords(room, packAt),
});

/** What stands in the packs, opened. */
async function packed(room: Room): Promise<ReadonlyMap<string, Float32Array | null>> {
  const [keys, values] = await Promise.all([
    room.database.getAllKeys('packs'),
    room.database.getAll('packs'),
  ]);
  return openPacks(room, encoder, new Map(keys.map(([, pack], at) => [pack, values[at]])));
}

/** A store with so many episodes `0`, `1`, …, all of them packed. */
async function packedRoom(count: number): Promise<Room> {
  const room = await openRoom(freshName());
  const store = storeIn(room);
  for (let at = 0; at < count; at += 1) {
    await store.addEpisode(sampleEpisode(String(at)), sampleVector([at, 1]));
  }
  await store.vectors(encoder);
  await store.packVectors(encoder);
  expect((await packed(room)).size).toBe(count);
  return room;
}

const id = fc.integer({ min: 0, max: 12 }).map(String);
const numbers = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('put'), id, numbers }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase'), id, other: id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('put back') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read and pack') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart') }) },
);

test('whatever came, went and was packed, what is read is the rows, and no pack has more', async () => {
  const property = fc.asyncProperty(
    fc.array(step, { maxLength: 40, size: 'max' }),
    async (steps) => {
      const name = freshName();
      let room = await openRoom(name);
      let store = storeIn(room);
      const model = new Map<string, Float32Array>();
      let undo: () => Promise<void> = async () => undefined;
      for (const one of steps) {
        if ('numbers' in one) {
          const vector = sampleVector(one.numbers);
          if (model.has(one.id)) await store.putVector(one.id, vector);
          else await store.addEpisode(sampleEpisode(one.id), vector);
          model.set(one.id, vector.values);
          undo = async () => undefined;
        } else if ('id' in one) {
          const gone = [...new Set([one.id, one.other])].filter((each) => model.has(each));
          const before = gone.map((each) => [each, model.get(each)] as const);
          const { takeOut, putBack } = store;
          const taken = await takeOut(gone, 'erase', 9);
          for (const each of gone) model.delete(each);
          undo = async () => {
            await putBack(taken, 10);
            for (const [each, values] of before) if (values) model.set(each, values);
          };
        } else if (one.kind === 'put back') {
          await undo();
          undo = async () => undefined;
        } else if (one.kind === 'restart') {
          room.database.close();
          room = await openRoom(name, room.cipher);
          store = storeIn(room);
          undo = async () => undefined;
        } else {
          expect(await store.vectors(encoder)).toEqual(model);
          await store.packVectors(encoder);
        }
        for (const [each, values] of await packed(room)) expect(values).toEqual(model.get(each));
      }
      expect(await store.vectors(encoder)).toEqual(model);
    },
  );
  await fc.assert(property, { numRuns: 40 });
}, 60_000);

test('once packed, no row is read, whatever their number', async () => {
  const room = await packedRoom(40);
  const read = vi.spyOn(room.cipher, 'open');
  const requests = [
    vi.spyOn(IDBObjectStore.prototype, 'get'),
    vi.spyOn(IDBObjectStore.prototype, 'getAll'),
  ];
  const store = storeIn(room);
  expect((await store.vectors(encoder)).size).toBe(40);
  expect(read).not.toHaveBeenCalled();
  expect(requests.flatMap(({ mock }) => mock.calls)).toHaveLength(1);
  await store.addEpisode(sampleEpisode('new'), sampleVector([1]));
  expect((await store.vectors(encoder)).size).toBe(41);
  expect(read).toHaveBeenCalledTimes(1);
});

test.each(['erased', 'replaced'])(
  'a row that is %s while a pack is sealed stays so',
  async (how) => {
    const room = await packedRoom(0);
    const store = storeIn(room);
    for (const at of [1, 2, 3]) {
      await store.addEpisode(sampleEpisode(String(at)), sampleVector([at, 1]));
    }
    await store.vectors(encoder);
    const { large } = room.cipher;
    const { seal } = large;
    let isDone = false;
    vi.spyOn(large, 'seal').mockImplementation(async (place, bytes) => {
      const sealed = await seal(place, bytes);
      if (isDone) return sealed;
      isDone = true;
      if (how === 'erased') await store.takeOut(['1', '2', '3'], 'erase', 9);
      else for (const at of ['1', '2', '3']) await store.putVector(at, sampleVector([0, 1]));
      return sealed;
    });
    await store.packVectors(encoder);
    const expected =
      how === 'erased' ? [] : ['1', '2', '3'].map((at) => [at, new Float32Array([0, 1])]);
    expect([...(await store.vectors(encoder))]).toEqual(expected);
    for (const values of (await packed(room)).values())
      expect(values).toEqual(new Float32Array([0, 1]));
  },
);

test('a damaged pack costs nothing but time, and is made anew', async () => {
  const room = await packedRoom(60);
  const before = await storeIn(room).vectors(encoder);
  const [key] = await room.database.getAllKeys('packs');
  if (!key) throw new Error('There are no packs.');
  const sealed = await room.database.get('packs', key);
  if (!(sealed instanceof Uint8Array)) throw new Error('A pack is bytes.');
  const bits = Uint8Array.from(sealed, (byte, at) => (at === 40 ? byte ^ 1 : byte));
  for (const damage of [bits, sealed.slice(0, 5), 'none', undefined]) {
    await room.database.put('packs', damage, key);
    const store = storeIn(room);
    expect(await store.vectors(encoder)).toEqual(before);
    await store.packVectors(encoder);
    expect((await packed(room)).size).toBe(60);
  }
});

test('a pack says nothing in the clear, and opens nowhere but in its place', async () => {
  const room = await packedRoom(3);
  const [key] = await room.database.getAllKeys('packs');
  const [sealed] = await room.database.getAll('packs');
  if (!key || !(sealed instanceof Uint8Array)) throw new Error('There are no packs.');
  const [, pack] = key;
  expect(await openPacks(room, encoder, new Map([[pack, sealed]]))).not.toEqual(new Map());
  expect(await openPacks(room, encoder, new Map([[pack + 1, sealed]]))).toEqual(new Map());
  expect(await openPacks(room, 'other', new Map([[pack, sealed]]))).toEqual(new Map());
  const text = new TextDecoder('latin1').decode(sealed);
  expect(text).not.toContain('ids');
});
