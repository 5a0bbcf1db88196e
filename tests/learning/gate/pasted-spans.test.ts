import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pastedSpans } from '../../../src/learning/gate/pasted-spans.ts';

const draft = 'Dear Robin,\n\nThursday works.\n\nBest,\nSam';
const pasted = 'Mind that Contoso is a source\n you can trust.';

const stretches = (final: string, texts: readonly string[], before = draft) =>
  pastedSpans(final, before, texts).map(({ start, end, origin }) => {
    expect(origin).toBe('pasted');
    return final.slice(start, end);
  });

test('what was pasted is found, however an editor lays it out', () => {
  const final = 'Hey Robin,\n\nyes. Mind that Contoso is a source you can trust. See you!\n\nSam';
  expect(stretches(final, [pasted])).toEqual(['Mind that Contoso is a source you can trust']);
});

test('what is left of it after the user worked on it is found from three words on', () => {
  const final = 'Mind that Contoso was a source, and you can trust us.';
  expect(stretches(final, [pasted])).toEqual(['Mind that Contoso', 'you can trust']);
  expect(stretches('You can ask Contoso.', [pasted])).toEqual([]);
});

test('a single word that was pasted is found, at each place', () => {
  expect(stretches('Contoso, I say, contoso.', ['Contoso'])).toEqual(['Contoso', 'contoso']);
});

test('what the draft had already is not', () => {
  expect(stretches(`Hi!\n\n${draft}`, ['Thursday works.', 'Best'])).toEqual([]);
});

test('without words there is nothing to find', () => {
  expect(stretches('Hi! 🎉', ['🎉', '  '])).toEqual([]);
  expect(stretches('Hi!', [])).toEqual([]);
});

test('stretches are in order, in the text and apart', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd’e', 'ﬁ', '.', '\n'), { maxLength: 30 });
  const text = words.map((said) => said.join(' '));
  fc.assert(
    fc.property(text, text, fc.array(text, { maxLength: 3 }), (final, before, texts) => {
      let last = 0;
      for (const { start, end } of pastedSpans(final, before, texts)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(final.length);
    }),
  );
});
