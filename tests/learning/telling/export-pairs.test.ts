import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftPrompt } from '../../../src/learning/asking/prompts.ts';
import { preferencePairs } from '../../../src/learning/telling/export-pairs.ts';
import { context, episode } from '../world.ts';

const parsed = (jsonl: string): unknown[] =>
  jsonl
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe('preference pairs', () => {
  test('are the plain prompt, the final text and the draft', () => {
    const guidance = {
      text: 'Closes with “/M”',
      preferences: [{ id: 'p', revision: 0, facet: 'closing', description: 'Closes' }],
    } as const;
    const edited = episode({ id: 'e', guidance, outcome: 'scheduled' });
    const prompt = draftPrompt({ context: edited.context, guidance: null, examples: [] });
    const jsonl = preferencePairs([edited]);
    expect(parsed(jsonl)).toEqual([
      {
        prompt: [
          { role: 'system', content: prompt.system },
          { role: 'user', content: prompt.user },
        ],
        chosen: [{ role: 'assistant', content: edited.final }],
        rejected: [{ role: 'assistant', content: edited.draft }],
      },
    ]);
    expect(jsonl).not.toContain('/M');
  });

  test.each([
    ['discarded', episode({ id: 'e', outcome: 'discarded' })],
    ['still open', episode({ id: 'e', outcome: 'open' })],
    ['open without a final text', episode({ id: 'e', outcome: 'open', final: null })],
    ['sent as it was', episode({ id: 'e', final: 'Same', draft: 'Same' })],
    ['sent with other white space', episode({ id: 'e', draft: 'A  b\n\nc', final: 'A b \nc\n' })],
    ['emptied', episode({ id: 'e', final: ' \n' })],
    ['written from nothing', episode({ id: 'e', draft: '' })],
  ])('leave out what was %s', (_, one) => {
    expect(preferencePairs([one])).toBe('');
  });

  test('a new line is a change', () => {
    const one = episode({ id: 'e', draft: 'One. Two.', final: 'One.\nTwo.' });
    expect(parsed(preferencePairs([one]))).toHaveLength(1);
  });

  test('are one line each, whatever the texts hold', () => {
    const strange = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom('\n', '\r', '\u2028', '\u2029', '\u0085', '"', '\\', '\ud800'),
      ),
    });
    const episodes = fc.array(fc.record({ draft: strange, final: strange, notes: strange }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(episodes, (texts) => {
        const all = texts.map(({ draft, final, notes }, index) =>
          episode({
            id: `e${index}`,
            draft: `draft${draft}`,
            final: `final${final}`,
            context: context({ notes }),
          }),
        );
        const jsonl = preferencePairs(all);
        expect(jsonl.split(/[\n\r\u0085\u2028\u2029]/u)).toHaveLength(texts.length + 1);
        expect(parsed(jsonl)).toMatchObject(
          all.map(({ draft, final }) => ({
            chosen: [{ role: 'assistant', content: final }],
            rejected: [{ role: 'assistant', content: draft }],
          })),
        );
      }),
      { numRuns: 50 },
    );
  });
});
