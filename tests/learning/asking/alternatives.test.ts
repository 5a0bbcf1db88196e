import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alternatives, type Candidate, ranked } from '../../../src/learning/asking/alternatives.ts';
import { phrasings } from '../../../src/learning/asking/phrasings.ts';
import { Fault } from '../../../src/learning/fault.ts';
import { applied, guidanceOf } from '../../../src/learning/guidance.ts';
import type { CallOptions, DraftOrder, Writer } from '../../../src/learning/ports.ts';
import type { Guidance, Preference } from '../../../src/learning/types.ts';
import { context, FakeMemory, fakeWriter, noUsage, oneCall, preference } from '../world.ts';

const greets = preference('Greets with “Hi,”', { confidence: 0.5, status: 'provisional' });
const closes = preference('Closes with “/M”', { confidence: 0.9 });
const own = preference('Never uses exclamation marks', {
  confidence: 0.2,
  origin: 'user',
  status: 'provisional',
});
const known = [greets, closes, own];

function guidance(preferences: readonly Preference[]): Guidance | null {
  return guidanceOf(
    preferences.map(({ description }, index) => `${index + 1}. ${description}`).join('\n'),
    preferences.map(applied),
  );
}
const orderFor = (preferences: readonly Preference[]): DraftOrder => ({
  context: context(),
  guidance: guidance(preferences),
  examples: [],
});
function memory(): FakeMemory {
  const filled = new FakeMemory();
  filled.known = known;
  return filled;
}

describe('phrasings', () => {
  test('say the same in other orders and wordings', () => {
    const texts = phrasings(guidance(known), known).map((one) => [
      one.phrasing,
      one.guidance?.text,
    ]);
    expect(texts).toEqual([
      ['as learned', `1. ${greets.description}\n2. ${closes.description}\n3. ${own.description}`],
      ['one paragraph', `${greets.description}; ${closes.description}; ${own.description}`],
      ['surest first', `1. ${own.description}\n2. ${closes.description}\n3. ${greets.description}`],
      ['without the doubtful', `1. ${closes.description}\n2. ${own.description}`],
    ]);
  });

  test('that come out the same, or empty, are not given twice', () => {
    const kinds = (preferences: readonly Preference[]): readonly string[] =>
      phrasings(guidance(preferences), known).map(({ phrasing }) => phrasing);
    expect(kinds([greets])).toEqual(['as learned', 'one paragraph']);
    expect(kinds([own, closes])).toEqual(['as learned', 'one paragraph']);
    expect(kinds([])).toEqual(['as learned']);
  });

  test('name the preferences that are really in them', () => {
    const sizes = phrasings(guidance(known), known).map((one) => one.guidance?.preferences.length);
    expect(sizes).toEqual([3, 3, 3, 2]);
  });
});

/** A writer that answers a guidance with `answer(text)`, and remembers what it was asked. */
function writerSaying(answer: (text: string) => string | Error) {
  const asked: { text: string; options: CallOptions | undefined }[] = [];
  const writer: Writer = {
    ...fakeWriter(),
    async draft(order, options) {
      const text = order.guidance?.text ?? '';
      asked.push({ text, options });
      const said = answer(text);
      if (typeof said !== 'string') throw said;
      return { text: said, usage: oneCall };
    },
  };
  return { writer, asked };
}
const texts = (found: { readonly candidates: readonly Candidate[] }): readonly string[] =>
  found.candidates.map(({ text }) => text);

describe('alternatives', () => {
  test('cost one call each, n at most, begun side by side', async () => {
    for (const n of [1, 2, 3, 4]) {
      const { writer, asked } = writerSaying((text) => text);
      const found = await alternatives(orderFor(known), { writer, memory: memory() }, { n });
      expect(asked).toHaveLength(n);
      expect(found.usage.calls).toBe(n);
      expect(found.candidates).toHaveLength(n);
    }
    let running = 0;
    let most = 0;
    const writer: Writer = {
      ...fakeWriter(),
      async draft() {
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
        return { text: 'x', usage: noUsage };
      },
    };
    await alternatives(orderFor(known), { writer, memory: memory() });
    expect(most).toBe(3);
  });

  test('are ranked by the preferences they follow, also by those they were not told', async () => {
    const good = 'Hi,\n\nWhere are the plans?\n\n/M';
    const { writer } = writerSaying((text) =>
      text.startsWith('1. Closes') ? good : 'Hello,\n\nWhere are the plans!\n\nBest',
    );
    const found = await alternatives(orderFor(known), { writer, memory: memory() }, { n: 4 });
    expect(texts(found)).toEqual([good, 'Hello,\n\nWhere are the plans!\n\nBest']);
    expect(found.candidates[0]).toMatchObject({ phrasing: 'without the doubtful' });
    expect(found.candidates[0]?.guidance?.preferences).toHaveLength(2);
    // What was left out as a duplicate was written and paid for all the same.
    expect(found.usage.calls).toBe(4);
  });

  test('where one fails the others stay; where all fail the first fault is told', async () => {
    const some = writerSaying((text) => (text.includes(';') ? new Fault('timed-out') : text));
    const found = await alternatives(orderFor(known), { writer: some.writer, memory: memory() });
    expect(found.candidates.map(({ phrasing }) => phrasing).toSorted()).toEqual([
      'as learned',
      'surest first',
    ]);
    expect(found.usage.calls).toBe(2);
    const all = writerSaying((text) => new Fault(text.includes(';') ? 'timed-out' : 'no-key'));
    await expect(
      alternatives(orderFor(known), { writer: all.writer, memory: memory() }),
    ).rejects.toMatchObject({ code: 'no-key' });
  });

  test('can be cancelled before and while they are written', async () => {
    const early = writerSaying((text) => text);
    const ports = { writer: early.writer, memory: memory() };
    await expect(
      alternatives(orderFor(known), ports, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(early.asked).toEqual([]);
    const stop = new AbortController();
    const late = writerSaying((text) => {
      stop.abort();
      return text;
    });
    await expect(
      alternatives(orderFor(known), { writer: late.writer, memory: memory() }, stop),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(late.asked[0]?.options?.signal).toBe(stop.signal);
  });

  test('of nothing learned there is one, plain', async () => {
    const { writer, asked } = writerSaying(() => 'Hello');
    const found = await alternatives(orderFor([]), { writer, memory: memory() });
    expect(texts(found)).toEqual(['Hello']);
    expect(asked.map(({ text }) => text)).toEqual(['']);
  });
});

describe('ranking', () => {
  const candidate = (text: string): Candidate => ({ phrasing: 'as learned', guidance: null, text });

  test('of drafts that follow as much the one most like the others is first', () => {
    const all = ['One two three four', 'One two three five', 'A wholly other thing'];
    const order = { guidance: null, context: context() };
    expect(ranked(all.map(candidate), order).at(-1)?.text).toBe(all[2]);
  });

  test('does not depend on the order they come back in, and gives no text twice', () => {
    const word = fc.constantFrom('Hi,', 'plans', 'soon', 'please!', '\n\n/M', 'send');
    const drafts = fc.array(
      fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      { minLength: 1, maxLength: 5 },
    );
    const shuffled = drafts.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const order = orderFor(known);
        const rank = (all: readonly string[]): readonly string[] =>
          ranked(all.map(candidate), order).map(({ text }) => text);
        expect(rank(other)).toEqual(rank(one));
        expect(rank(one).toSorted()).toEqual([...new Set(one)].toSorted());
      }),
      { numRuns: 50 },
    );
  });
});
