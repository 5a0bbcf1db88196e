import { describe, expect, test } from 'vitest';
import { createJudge, readChoice } from '../../bench/learning/model/judge.ts';
import { modelsFor, withPeople } from './people.ts';
import { partsOf } from './people-replies.ts';

describe('the judge', () => {
  test.each([
    ['A', 'first'],
    ['B.', 'second'],
    ['**B**', 'second'],
    ['(A)', 'first'],
    ['A: it has no closing.', 'first'],
    ['B because it closes with “Cheers”.', 'second'],
    ['Text B fits better.', 'second'],
    ['Answer: A', 'first'],
    ['The answer is **A**.', 'first'],
    ['A person like this would send neither.', null],
    ['Both are fine.', null],
    ['Absolutely', null],
    ['', null],
  ] as const)('%j is read as %s', (answer, choice) => {
    expect(readChoice(answer)).toBe(choice);
  });

  test('sees what was learned and the two texts, and nothing else', async () => {
    const server = await withPeople();
    const { judgeModel } = await modelsFor(server);
    const judge = createJudge(judgeModel);
    const learned = 'Closes with “Cheers”';
    expect(await judge(learned, 'Yes.\n\nCheers', 'Yes.\n\nRegards')).toBe('first');
    expect(await judge(learned, 'Yes.\n\nRegards', 'Yes.\n\nCheers')).toBe('second');
    const [request] = server.requests;
    if (!request) throw new Error('Nobody asked.');
    expect([...partsOf(request)]).toEqual([
      ['description', learned],
      ['A', 'Yes.\n\nCheers'],
      ['B', 'Yes.\n\nRegards'],
    ]);
  });

  test('asks nothing where nothing was learned: in both orders a draw', async () => {
    const server = await withPeople();
    const { judgeModel } = await modelsFor(server);
    expect(await createJudge(judgeModel)('', 'one', 'other')).toBe('first');
    expect(server.requests).toHaveLength(0);
  });

  test('asks a second time for one letter, and then takes the first', async () => {
    const server = await withPeople(() => 'Both are lovely.');
    const { judgeModel } = await modelsFor(server);
    expect(await createJudge(judgeModel)('brief', 'one', 'other')).toBe('first');
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]?.user).toContain('one letter');
  });
});
