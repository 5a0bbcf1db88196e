import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createLearningQueue,
  type LearningQueue,
  type QueueDeps,
} from '../../src/entrypoints/background/learning-queue.ts';
import { Fault, type FaultCode } from '../../src/learning/fault.ts';
import type { Episode } from '../../src/learning/types.ts';
import type { Learned, Store } from '../../src/store/types.ts';
import { freshStore, plant, storeOf } from '../store/fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from '../store/samples.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const cost = { words: 2, normalised: 0.4 };

async function note(store: Store, id: string, at = 0): Promise<void> {
  await store.addEpisode(sampleEpisode(id), sampleVector([1]));
  await store.finish(id, 'Hi Ada', 'sent', cost, at);
}

/** One preference for each edit, named after it: learning twice would be seen. */
function learnedFrom(episode: Episode, by: string): Learned {
  const id = `${episode.id}-${by}`;
  return {
    episode: { ...episode, standing: { kind: 'inferred', preferenceIds: [id] } },
    preferences: [samplePreference(id)],
  };
}

interface Bench {
  readonly queue: LearningQueue;
  readonly deps: QueueDeps;
  /** Set it to let time pass. */
  now: number;
  alarm: number | null;
  readonly learned: string[];
  readonly faults: FaultCode[];
}

function bench(store: Store, changes: Partial<QueueDeps> = {}): Bench {
  const deps: QueueDeps = {
    store,
    clock: { now: () => made.now },
    learn: async (episode) => learnedFrom(episode, 'model'),
    learnByCounting: async (episode) => learnedFrom(episode, 'counted'),
    onLearned: ({ episode }) => void made.learned.push(episode.id),
    onFault: ({ code }) => void made.faults.push(code),
    schedule: (at) => {
      made.alarm = at;
    },
    ...changes,
  };
  const made: Bench = {
    queue: createLearningQueue(deps),
    deps,
    now: 0,
    alarm: null,
    learned: [],
    faults: [],
  };
  return made;
}

const preferenceIds = async (store: Store): Promise<string[]> =>
  (await store.preferences()).map(({ id }) => id);

const failing = (code: FaultCode, retryAfter?: number) => async (): Promise<never> => {
  throw new Fault(code, 'host', retryAfter === undefined ? {} : { retryAfter });
};

test('every noted edit is learned from, oldest first', async () => {
  const { store } = await freshStore();
  for (const [id, at] of [
    ['b', -1],
    ['c', -2],
    ['a', -1],
  ] as const)
    await note(store, id, at);
  const { queue, learned, faults } = bench(store);
  await queue.wake();
  expect(learned).toEqual(['c', 'a', 'b']);
  expect(await preferenceIds(store)).toEqual(['a-model', 'b-model', 'c-model']);
  expect(await store.jobs()).toEqual([]);
  expect(faults).toEqual([]);
});

test('with nothing to do it asks for no alarm, so the background may sleep', async () => {
  const { store } = await freshStore();
  const made = bench(store);
  await made.queue.wake();
  expect(made.alarm).toBeNull();
});

test('an alarm stands while an edit is being learned from', async () => {
  const { store } = await freshStore();
  await note(store, 'e');
  let alarm: number | null = null;
  const made: Bench = bench(store, {
    learn: async (episode) => {
      alarm = made.alarm;
      return learnedFrom(episode, 'model');
    },
  });
  await made.queue.wake();
  expect(alarm).toBe(30 * second);
});

test('a wake during a run makes it look again, and two never run at once', async () => {
  const { store } = await freshStore();
  await note(store, 'a');
  let atOnce = 0;
  let most = 0;
  const wakes: Promise<void>[] = [];
  const made: Bench = bench(store, {
    learn: async (episode) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      if (episode.id === 'a') {
        await note(store, 'b');
        made.now = 10 * minute;
        wakes.push(made.queue.wake(), made.queue.wake());
        expect(made.alarm).toBe(made.now + 30 * second);
      }
      await store.jobs();
      atOnce -= 1;
      return learnedFrom(episode, 'model');
    },
  });
  await made.queue.wake();
  await Promise.all(wakes);
  expect(made.learned).toEqual(['a', 'b']);
  expect(most).toBe(1);
});

test('a wake in the very moment a run ends is not lost', async () => {
  for (let turns = 0; turns < 20; turns += 1) {
    const { store } = await freshStore();
    await note(store, 'e');
    let looks = 0;
    let late: Promise<void> = Promise.resolve();
    const wakeLater = async (): Promise<void> => {
      for (let turn = 0; turn < turns; turn += 1) await null;
      await made.queue.wake();
    };
    // The first look is the last one before the edit was noted: it finds nothing.
    const jobs: Store['jobs'] = async () => {
      looks += 1;
      if (looks > 1) return store.jobs();
      late = wakeLater();
      return [];
    };
    const made: Bench = bench(store, { store: { ...store, jobs } });
    await made.queue.wake();
    await late;
    expect(made.learned, `after ${turns} turns`).toEqual(['e']);
  }
});

describe('trouble that passes', () => {
  test('makes the edit wait longer each time, then it is learned from by counting', async () => {
    const { store } = await freshStore();
    await note(store, 'e');
    const made = bench(store, { learn: failing('unreachable') });
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await made.queue.wake();
      const [job] = await store.jobs();
      expect(job?.fault?.code).toBe('unreachable');
      expect(job?.attempts).toBe(attempt);
      expect(made.alarm).toBe(job?.notBefore);
      waits.push((made.alarm ?? 0) - made.now);
      made.now = made.alarm ?? 0;
    }
    expect(waits).toEqual([30 * second, 2 * minute, 10 * minute, 30 * minute, hour]);
    expect(made.learned).toEqual([]);
    await made.queue.wake();
    expect(made.learned).toEqual(['e']);
    expect(await preferenceIds(store)).toEqual(['e-counted']);
    expect(made.faults).toHaveLength(6);
  });

  test('does not try before the time has come', async () => {
    const { store } = await freshStore();
    await note(store, 'e');
    const made = bench(store, { learn: failing('timed-out') });
    await made.queue.wake();
    made.now = 30 * second - 1;
    await made.queue.wake();
    expect(made.faults).toHaveLength(1);
    made.now += 1;
    await made.queue.wake();
    expect(made.faults).toHaveLength(2);
  });

  test.each([
    { asked: 5 * minute, waited: 5 * minute },
    { asked: 5 * hour, waited: hour },
    { asked: 0, waited: 30 * second },
  ])('a server that asks for $asked ms is left alone for $waited ms', async (row) => {
    const { store } = await freshStore();
    await note(store, 'e');
    const made = bench(store, { learn: failing('rate-limited', row.asked) });
    await made.queue.wake();
    expect(made.alarm).toBe(row.waited);
  });

  test('of one edit does not hold up the others', async () => {
    const { store } = await freshStore();
    await note(store, 'a', -2);
    await note(store, 'b', -1);
    const made = bench(store, {
      learn: async (episode) =>
        episode.id === 'a' ? failing('server-error')() : learnedFrom(episode, 'model'),
    });
    await made.queue.wake();
    expect(made.learned).toEqual(['b']);
    expect((await store.jobs()).map(({ episodeId }) => episodeId)).toEqual(['a']);
  });
});

describe('trouble that stays', () => {
  test.each<FaultCode>(['no-key', 'wrong-key', 'forbidden', 'no-such-model', 'bad-answer'])(
    '%s: the edit is learned from by counting, and the fault is told',
    async (code) => {
      const { store } = await freshStore();
      await note(store, 'e');
      const made = bench(store, { learn: failing(code) });
      await made.queue.wake();
      expect(made.faults).toEqual([code]);
      expect(made.learned).toEqual(['e']);
      expect(await preferenceIds(store)).toEqual(['e-counted']);
    },
  );

  test('also when counting fails, the edit is kept, and the writer is not asked for ever', async () => {
    const { store } = await freshStore();
    await note(store, 'e');
    let asked = 0;
    const made = bench(store, {
      learn: async () => {
        asked += 1;
        throw new TypeError('nobody foresaw this');
      },
      learnByCounting: failing('bad-answer'),
    });
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await made.queue.wake();
      made.now = made.alarm ?? 0;
    }
    expect(asked).toBe(6);
    expect(await store.jobs()).toHaveLength(1);
    const later = bench(store);
    later.now = made.now;
    await later.queue.wake();
    expect(later.learned).toEqual(['e']);
    expect(await preferenceIds(store)).toEqual(['e-counted']);
  });
});

describe('a preference the user changes meanwhile', () => {
  test('makes it learn again at once, from the newer state', async () => {
    const { store } = await freshStore();
    await note(store, 'e');
    await store.putPreference(samplePreference('p'));
    let runs = 0;
    const made = bench(store, {
      learn: async (episode) => {
        const [stored = samplePreference('p')] = await store.preferences();
        runs += 1;
        if (runs === 1) {
          await store.putPreference({ ...stored, revision: 1, description: 'the user’s' });
        }
        const confirmed = { ...stored, revision: stored.revision + 1, confidence: 0.9 };
        return { ...learnedFrom(episode, 'model'), preferences: [confirmed] };
      },
    });
    await made.queue.wake();
    expect(runs).toBe(2);
    expect(made.faults).toEqual([]);
    expect(await store.preferences()).toEqual([
      samplePreference('p', { revision: 2, description: 'the user’s', confidence: 0.9 }),
    ]);
  });

  test('again and again makes the edit wait', async () => {
    const { store } = await freshStore();
    await note(store, 'e');
    let runs = 0;
    const made = bench(store, {
      learn: async () => {
        runs += 1;
        throw new Fault('changed-elsewhere');
      },
    });
    await made.queue.wake();
    expect(runs).toBe(6);
    expect((await store.jobs())[0]?.fault?.code).toBe('changed-elsewhere');
    expect(made.alarm).toBe(30 * second);
  });
});

describe('a job', () => {
  test('whose episode is gone is removed', async () => {
    const { store, name } = await freshStore();
    await plant(name, 'jobs', { episodeId: 'x', at: 0, attempts: 0, notBefore: 0, fault: null });
    const { queue, faults } = bench(store);
    await queue.wake();
    expect(await store.jobs()).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('whose episode cannot be read waits, and is told', async () => {
    const { store, name } = await freshStore();
    await note(store, 'e');
    await plant(name, 'episodes', { ...sampleEpisode('e'), draft: 7 });
    const made = bench(store);
    await made.queue.wake();
    expect(made.faults).toEqual(['storage-failed']);
    expect(await store.jobs()).toHaveLength(1);
    expect(made.alarm).toBe(30 * second);
  });
});

const guarded = ['jobs', 'episode', 'complete', 'postpone', 'dropJob'] as const;
const never = new Promise<never>(() => undefined);

/** Counts every call of `deps`' outer world; `at` decides what becomes of each. */
function interposed(deps: QueueDeps, at: <T>(work: () => Promise<T>) => Promise<T>): QueueDeps {
  const store = { ...deps.store };
  for (const name of guarded) {
    // Each method keeps its own signature; TypeScript does not follow it through the loop.
    const real = store[name] as (...given: unknown[]) => Promise<never>;
    store[name] = (...given: unknown[]) => at(() => real(...given));
  }
  return {
    ...deps,
    store,
    learn: (episode) => at(() => deps.learn(episode)),
    learnByCounting: (episode) => at(() => deps.learnByCounting(episode)),
    schedule: (time) => at(async () => deps.schedule(time)),
    onLearned: (learned) => at(async () => deps.onLearned(learned)),
  };
}

/** How the second edit of the three goes: each makes the queue take another way. */
const ways: readonly { readonly way: string; readonly code: FaultCode | null }[] = [
  { way: 'a good answer', code: null },
  { way: 'a server that is away', code: 'unreachable' },
  { way: 'a missing key', code: 'no-key' },
];

const rows = ways.flatMap((row) =>
  (['before', 'after'] as const).map((moment) => ({ ...row, moment })),
);

describe.each(rows)('with $way, killed $moment any step', ({ code, moment }) => {
  /** Answers how many steps were begun, and whether the background was killed. */
  async function killedAt(step: number): Promise<boolean> {
    const { store, name } = await freshStore();
    for (const id of ['a', 'b', 'c']) await note(store, id);
    let steps = 0;
    let dead = false;
    let hit: () => void = () => undefined;
    const killed = new Promise<void>((resolve) => {
      hit = resolve;
    });
    const first = bench(store, {
      learn: async (episode) => {
        if (code !== null && episode.id === 'b') throw new Fault(code);
        return learnedFrom(episode, 'model');
      },
    });
    // What is killed neither answers nor fails: it just never goes on.
    const mortal = interposed(first.deps, async (work) => {
      if (dead) return never;
      steps += 1;
      if (steps !== step) return work();
      if (moment === 'after') await work().catch(() => undefined);
      dead = true;
      hit();
      return never;
    });
    await Promise.race([createLearningQueue(mortal).wake(), killed]);
    store.close();

    const reopened = await storeOf(name);
    const next = bench(reopened);
    next.now = hour;
    await next.queue.wake();
    expect(await reopened.jobs()).toEqual([]);
    const standing = await Promise.all(['a', 'b', 'c'].map((id) => reopened.episode(id)));
    expect(standing.map((episode) => episode?.standing?.kind)).toEqual(Array(3).fill('inferred'));
    const edits = (await preferenceIds(reopened)).map((id) => id.split('-')[0]);
    expect(edits).toEqual(['a', 'b', 'c']);
    reopened.close();
    return dead;
  }

  test('each edit is learned from exactly once', async () => {
    let step = 1;
    while (await killedAt(step)) step += 1;
    expect(step).toBeGreaterThan(15);
  });
});

describe.each(rows)('with $way, a call that fails $moment its work', ({ code, moment }) => {
  async function failedAt(step: number): Promise<boolean> {
    const { store } = await freshStore();
    for (const id of ['a', 'b', 'c']) await note(store, id);
    let steps = 0;
    const first = bench(store, {
      learn: async (episode) => {
        if (code !== null && episode.id === 'b') throw new Fault(code);
        return learnedFrom(episode, 'model');
      },
    });
    const failed = interposed(first.deps, async (work) => {
      steps += 1;
      if (steps !== step) return work();
      if (moment === 'after') await work();
      throw new Fault('storage-failed', 'no luck');
    });
    await createLearningQueue(failed).wake();

    const next = bench(store);
    next.now = hour;
    await next.queue.wake();
    expect(await store.jobs()).toEqual([]);
    const edits = (await preferenceIds(store)).map((id) => id.split('-')[0]);
    expect(edits).toEqual(['a', 'b', 'c']);
    return steps >= step;
  }

  test('loses nothing and learns nothing twice', async () => {
    let step = 1;
    while (await failedAt(step)) step += 1;
    expect(step).toBeGreaterThan(15);
  });
});

describe('edits, deaths and failures in any order', () => {
  const happening = fc.record({
    what: fc.constantFrom('note', 'note', 'note again', 'wake', 'wake', 'user edits', 'wait'),
    edit: fc.integer({ min: 0, max: 3 }),
    /** Which of the coming calls to store, writer or alarm never returns or fails; 0: none. */
    at: fc.integer({ min: 0, max: 9 }),
    how: fc.constantFrom('dies before', 'dies after', 'fails before', 'fails after'),
    writer: fc.constantFrom<FaultCode | null>(null, null, 'unreachable', 'no-key', 'bad-answer'),
  });

  test('each noted edit is learned from exactly once, and what the user wrote stays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 14 }), async (happenings) => {
        const fresh = await freshStore();
        const { name } = fresh;
        let { store } = fresh;
        let now = 0;
        let own = 0;
        await store.putPreference(samplePreference('own', { description: 'own 0' }));
        const noted = new Set<string>();
        for (const { what, edit, at, how, writer } of happenings) {
          const id = `edit${edit}`;
          now += 1;
          if (what === 'wait') now += hour;
          if (what === 'note' && !noted.has(id)) await note(store, id, now);
          if (what === 'note') noted.add(id);
          if (what === 'note again' && noted.has(id)) {
            await store.finish(id, 'Hi Ada', 'sent', cost, now);
          }
          if (what === 'user edits') {
            const [before] = (await store.preferences()).filter((one) => one.id === 'own');
            own += 1;
            const revision = (before?.revision ?? 0) + 1;
            const description = `own ${own}`;
            await store.putPreference(samplePreference('own', { revision, description }));
          }
          if (what !== 'wake') continue;
          let calls = 0;
          let isDead = false;
          let hit: () => void = () => undefined;
          const killed = new Promise<void>((resolve) => {
            hit = resolve;
          });
          const made = bench(store, {
            learn: async (episode) => {
              if (writer) throw new Fault(writer);
              return learnedFrom(episode, 'model');
            },
          });
          made.now = now;
          const shaken = interposed(made.deps, async (work) => {
            if (isDead) return never;
            calls += 1;
            if (calls !== at) return work();
            if (how.endsWith('after')) await work().catch(() => undefined);
            if (how.startsWith('fails')) throw new Fault('storage-failed', 'no luck');
            isDead = true;
            hit();
            return never;
          });
          await Promise.race([createLearningQueue(shaken).wake(), killed]);
          if (!isDead) continue;
          store.close();
          store = await storeOf(name);
        }
        const last = bench(store);
        last.now = now + 2 * hour;
        await last.queue.wake();
        expect(await store.jobs()).toEqual([]);
        const preferences = await store.preferences();
        const learned = preferences
          .filter(({ id }) => id !== 'own')
          .map(({ id }) => id.split('-')[0]);
        expect(learned.toSorted()).toEqual([...noted].toSorted());
        expect(preferences.find(({ id }) => id === 'own')?.description).toBe(`own ${own}`);
        for (const id of noted) expect((await store.episode(id))?.standing?.kind).toBe('inferred');
        store.close();
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
