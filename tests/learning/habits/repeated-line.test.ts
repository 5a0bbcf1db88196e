import { describe, expect, test } from 'vitest';
import { repeatedLines } from '../../../src/learning/habits/repeated-line.ts';
import type { Context } from '../../../src/learning/types.ts';
import { context, neighbour } from '../world.ts';

const matter = 'The plans for the harbour are ready.';
const mail = (...said: readonly string[]): string => `Hi Ann,\n\n${said.join(' ')}\n\nCheers`;
const sent = (...said: readonly string[]) => neighbour({ id: 'e1', final: mail(...said) });
const shown = (
  final: string,
  earlier: readonly ReturnType<typeof sent>[],
  { draft = mail(matter), to = context() }: { draft?: string; to?: Context } = {},
): string[] =>
  repeatedLines({ context: to, draft, final, guidance: null, known: [] }, earlier).map(
    ({ description }) => description,
  );

const rest = 'I leave the rest to you.';
const other = 'We met the builders at the quay.';

describe('a sentence that the user adds once more', () => {
  test('at the end, word for word', () => {
    expect(
      repeatedLines(
        {
          context: context(),
          draft: mail(matter),
          final: mail(matter, rest),
          guidance: null,
          known: [],
        },
        [sent(other), sent(other, rest)],
      ),
    ).toEqual([
      {
        facet: 'content',
        description: `Ends with the sentence “${rest}”`,
        before: '',
        after: rest,
      },
    ]);
  });

  test('at the beginning, or at both ends', () => {
    expect(shown(mail('Quick one today.', matter), [sent('Quick one today.', other)])).toEqual([
      'Begins with the sentence “Quick one today.”',
    ]);
    const both = [sent('Quick one today.', other, rest)];
    expect(shown(mail('Quick one today.', matter, rest), both)).toHaveLength(2);
  });

  test('whatever the earlier mail did to case and white space', () => {
    const earlier = neighbour({ id: 'e1', final: `${other} I leave\nthe  REST to you.` });
    expect(shown(mail(matter, rest), [earlier])).toHaveLength(1);
  });

  test('before a courtesy, which is no part of what is said', () => {
    const polite = 'Please let me know if you have any questions.';
    const draft = mail(matter, polite);
    const final = mail(matter, rest, polite);
    expect(shown(final, [sent(other, rest)], { draft })).toEqual([
      `Ends with the sentence “${rest}”`,
    ]);
  });
});

describe('no habit is', () => {
  const again = (sentence: string) => [sent(other, sentence)];

  test('what was said once', () => {
    expect(shown(mail(matter, rest), [])).toEqual([]);
    expect(shown(mail(matter, rest), [sent(other)])).toEqual([]);
    expect(shown(mail(matter, rest), [neighbour({ id: 'e1', final: null })])).toEqual([]);
  });

  test('what the draft said too, in the same words or others', () => {
    const draft = mail(matter, rest);
    expect(shown(mail('Quick one today.', matter, rest), again(rest), { draft })).toEqual([]);
    const softer = 'Well, I leave the rest to you then.';
    expect(shown(mail(matter, softer), again(softer), { draft })).toEqual([]);
  });

  test('what was a part of a sentence of the draft', () => {
    const draft = mail('The plans for the harbour are ready and there is no rush.');
    expect(shown(mail(matter, 'No rush.'), again('No rush.'), { draft })).toEqual([]);
  });

  test('what the notes or the message to answer say', () => {
    const noted = context({ notes: `Plans. ${rest}` });
    expect(shown(mail(matter, rest), again(rest), { to: noted })).toEqual([]);
    const incoming = { from: { address: 'ann@acme.example', name: '' }, text: rest };
    expect(shown(mail(matter, rest), again(rest), { to: context({ incoming }) })).toEqual([]);
  });

  test('a number, a single word or a courtesy', () => {
    const polite = 'Please let me know if you have any questions.';
    for (const sentence of ['Room 12 as always.', 'Thanks!', polite]) {
      expect(shown(mail(matter, sentence), again(sentence))).toEqual([]);
    }
  });

  test('what stands between other sentences', () => {
    const draft = mail(matter, other);
    expect(shown(mail(matter, rest, other), again(rest), { draft })).toEqual([]);
  });

  test('a mail of one sentence at both ends', () => {
    expect(shown(mail(rest), again(rest))).toEqual([`Begins with the sentence “${rest}”`]);
  });
});
