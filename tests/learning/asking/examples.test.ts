import { expect, test } from 'vitest';
import { nearestSent } from '../../../src/learning/asking/examples.ts';
import type { Context } from '../../../src/learning/types.ts';
import { context, episode, FakeMemory, letterVector } from '../world.ts';

const here = letterVector('aaaa');
/** The more of them, the less alike. */
const away = (steps: number) => letterVector(`aaaa${'b'.repeat(steps)}`);

/** The sent texts shown for a mail, of those given nearest first as recipient and text. */
async function shown(
  to: Context,
  mails: readonly (readonly [to: string, final: string | null])[],
): Promise<string[]> {
  const memory = new FakeMemory();
  for (const [at, [address, final]] of mails.entries()) {
    const standing = { kind: 'inferred', preferenceIds: [] } as const;
    const mail = episode({ id: `e${at}`, context: context({ to: address }), final, standing });
    memory.episodes.unshift({ episode: mail, vector: away(at) });
  }
  return (await nearestSent(to, here, memory)).map(({ final }) => final);
}

const ann = 'ann@acme.example';
const amy = 'amy@acme.example';
const bob = 'bob@birch.example';

test('the three nearest are shown, nearest first', async () => {
  const mails = [
    [bob, '1'],
    [bob, '2'],
    [bob, '3'],
    [bob, '4'],
  ] as const;
  expect(await shown(context({ to: 'cid@cedar.example' }), mails)).toEqual(['1', '2', '3']);
  expect(await shown(context(), [])).toEqual([]);
});

test('those to the same people come first, nearer ones before others', async () => {
  const mails = [
    [bob, '1'],
    [amy, '2'],
    [bob, '3'],
    [ann, '4'],
  ] as const;
  expect(await shown(context({ to: 'Ann@ACME.example' }), mails)).toEqual(['2', '4', '1']);
});

test('people of a public provider are no more the same than any', async () => {
  const mails = [
    [bob, '1'],
    ['bob@gmail.com', '2'],
    ['ann@gmail.com', '3'],
  ] as const;
  expect(await shown(context({ to: 'ann@gmail.com' }), mails)).toEqual(['3', '1', '2']);
});

test('where nobody is named only the contexts count', async () => {
  expect(
    await shown(context({ to: [] }), [
      [bob, '1'],
      ['', '2'],
      ['', '3'],
    ]),
  ).toEqual(['1', '2', '3']);
});

test('the same people are looked for among the twelve nearest, no farther', async () => {
  const others = Array.from({ length: 11 }, (_, at) => [bob, `${at}`] as const);
  expect(await shown(context(), [...others, [ann, 'twelfth']])).toContain('twelfth');
  expect(await shown(context(), [...others, [bob, ''], [ann, 'next']])).not.toContain('next');
});

test('what was never sent is no example, and a draft is not shown', async () => {
  expect(
    await shown(context(), [
      [ann, null],
      [ann, 'sent'],
    ]),
  ).toEqual(['sent']);
  const memory = new FakeMemory();
  const standing = { kind: 'inferred', preferenceIds: [] } as const;
  memory.episodes.push({ episode: episode({ id: 'e1', standing }), vector: here });
  expect(await nearestSent(context(), here, memory)).toEqual([
    { context: context(), draft: null, final: 'Hi Ann, please send the plans.' },
  ]);
});
