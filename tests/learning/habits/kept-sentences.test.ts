import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptSentences } from '../../../src/learning/habits/kept-sentences.ts';

const kept = (draft: readonly string[], final: readonly string[]) => {
  const { before, after } = keptSentences(draft, final);
  return { before: [...before], after: [...after] };
};

describe('kept', () => {
  test.each([
    ['reworded', ['I am fine with Friday.'], ["I'm fine with Monday!"]],
    ['softened', ['I agree.'], ['Just so you know, I agree.']],
    [
      'joined',
      ['The room is booked.', 'It has a window.'],
      ['The room is booked & it has a window.'],
    ],
    ['split', ['Bring twelve pens and three cups.'], ['twelve pens', 'three cups']],
    [
      'made of parts of two',
      ['Thank you for your message about lunch.', 'This is to confirm that I have received it.'],
      ['I have received your message about lunch.'],
    ],
    ['twice the same', ['Yes it is.', 'Yes it is.'], ['Yes it is.', 'Yes, it is!']],
    ['without spaces', ['木曜日で大丈夫です。'], ['木曜日で大丈夫です！']],
  ])('%s', (_, draft, final) => {
    expect(kept(draft, final)).toEqual({
      before: [...new Set(draft)],
      after: expect.arrayContaining(final),
    });
  });
});

describe('not kept', () => {
  test.each([
    ['added', ['The room is booked.'], ['The room is booked.', 'Maybe the room is too small!']],
    [
      'added beside a reworded one',
      ['The room is booked.'],
      ['The room is booked!', 'The room of Jo is locked.'],
    ],
    [
      'longer by far than what it holds',
      ['It is me.'],
      ['It is me who asked Jo Kim about the twelve chairs, the projector and the window.'],
    ],
    ['with small words alike', ['It is so.'], ['That is it, and so was all of the rest of us.']],
  ])('%s', (_, draft, final) => {
    expect(kept(draft, final).after).not.toContain(final.at(-1));
  });

  test('small words that are left over belong to no other sentence', () => {
    const { before } = keptSentences(
      ['The room is booked for us.', 'It was me who did it.'],
      ['The room is booked for us, it was.'],
    );
    expect([...before]).toEqual(['The room is booked for us.']);
  });
});

test('whatever stays as it is was kept, and nothing is invented', () => {
  const words = fc.array(fc.constantFrom('the', 'room', 'is', 'booked', 'Friday', "it's"), {
    minLength: 1,
    maxLength: 5,
  });
  const sentences = fc.array(
    words.map((all) => `${all.join(' ')}.`),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(sentences, sentences, (draft, final) => {
      const { before, after } = keptSentences(draft, final);
      for (const sentence of before) expect(draft).toContain(sentence);
      for (const sentence of after) expect(final).toContain(sentence);
      for (const sentence of draft.filter((each) => final.includes(each))) {
        expect(before.has(sentence) && after.has(sentence)).toBe(true);
      }
    }),
  );
});
