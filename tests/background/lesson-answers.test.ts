import { beforeEach, expect, test, vi } from 'vitest';
import { standardElements } from '../../src/learning/elements.ts';
import { merge } from '../../src/learning/evidence/merge.ts';
import type { Evidence } from '../../src/learning/types.ts';
import type { Store } from '../../src/store/types.ts';
import { freshStore } from '../store/fresh-store.ts';
import { sampleEpisode, samplePreference, sampleVector } from '../store/samples.ts';

vi.mock('../../src/browser/extension.ts', () => ({ browser: {} }));

const { createLessonAnswers } = await import('../../src/entrypoints/background/lesson-answers.ts');

const shown = (episodeId: string): Evidence => ({
  episodeId,
  at: 1_000,
  says: 'supports',
  recipient: 'ada@example.com',
  task: 'new',
  before: 'Dear Ada,',
  after: 'Hi Ada,',
});
const site = 'mail.example.com';
const taught = { episodeId: 'e', preferenceId: 'p' };

let store: Store;
let values: Map<string, unknown>;
const shelf = {
  read: async (name: string) => structuredClone(values.get(name)),
  write: async (name: string, value: unknown) => void values.set(name, structuredClone(value)),
  remove: async (name: string) => void values.delete(name),
};
/** As after a start of the worker. */
const answers = () => createLessonAnswers({ store, clock: { now: () => 5_000 }, shelf });
const stored = async () => (await store.preferences()).find(({ id }) => id === 'p');

beforeEach(async () => {
  ({ store } = await freshStore());
  values = new Map();
  await store.addEpisode(sampleEpisode('e'), sampleVector([1, 0]));
  const scope = { kind: 'domain', domain: 'example.com' } as const;
  await store.putPreference(samplePreference('p', { scope, evidence: [shown('e')] }));
});

test('what is kept is used from now on', async () => {
  await answers().answer({ ...taught, answer: 'keep' }, site);
  expect(await stored()).toMatchObject({ status: 'active', origin: 'learned', revision: 1 });
});

test('only this person makes it the user’s own word for the one the mail went to', async () => {
  await answers().answer({ ...taught, answer: 'person' }, site);
  expect(await stored()).toMatchObject({
    status: 'active',
    origin: 'user',
    scope: { kind: 'recipient', address: 'ada@example.com' },
  });
});

test('what is forgotten is not used, and the same edit does not teach it again', async () => {
  await answers().answer({ ...taught, answer: 'forget' }, site);
  expect(await stored()).toMatchObject({ status: 'paused', origin: 'learned' });
  // The next mail, to somebody else even, is edited in the same way.
  const next = sampleEpisode('next', {
    context: {
      ...sampleEpisode('next').context,
      recipients: [{ address: 'bo@x.example', name: '' }],
    },
  });
  const said = {
    description: samplePreference('p').description,
    facet: 'greeting',
    before: 'Dear',
    after: 'Hi',
  } as const;
  const { preferences } = merge(
    { preferences: [said], confirmed: [], contradicted: [] },
    { ...next, final: 'Hi Bo,' },
    await store.preferences(),
    [],
    standardElements,
    () => 'new',
  );
  expect(preferences.map(({ id, status }) => [id, status])).toEqual([['p', 'paused']]);
});

test.each(['keep', 'person', 'forget'] as const)(
  '“%s” is taken back, also by the next worker',
  async (answer) => {
    const before = await stored();
    await answers().answer({ ...taught, answer }, site);
    await answers().undo(taught, site);
    const { revision, ...rest } = before ?? {};
    expect(await stored()).toMatchObject(rest);
    await expect(answers().undo(taught, site)).rejects.toMatchObject({ code: 'not-found' });
  },
);

test('an answer is not taken back over what was changed since', async () => {
  await answers().answer({ ...taught, answer: 'keep' }, site);
  const now = await stored();
  if (!now) throw new Error('it is gone');
  await store.putPreference({ ...now, description: 'Greets with “Hey”', revision: 2 });
  await expect(answers().undo(taught, site)).rejects.toMatchObject({ code: 'changed-elsewhere' });
  expect((await stored())?.description).toBe('Greets with “Hey”');
});

test('another site answers nothing, and takes nothing back', async () => {
  const other = 'evil.example';
  const answer = answers().answer({ ...taught, answer: 'forget' }, other);
  await expect(answer).rejects.toMatchObject({ code: 'not-found' });
  expect(await stored()).toMatchObject({ status: 'provisional' });
  await answers().answer({ ...taught, answer: 'forget' }, site);
  await expect(answers().undo(taught, other)).rejects.toMatchObject({ code: 'not-found' });
  expect(await stored()).toMatchObject({ status: 'paused' });
});

test('what the mail did not show cannot be answered with it', async () => {
  await store.putPreference(samplePreference('q', { evidence: [shown('another')] }));
  const answer = answers().answer({ ...taught, preferenceId: 'q', answer: 'forget' }, site);
  await expect(answer).rejects.toMatchObject({ code: 'not-found' });
});

test('two answers at once can both be taken back', async () => {
  await store.putPreference(samplePreference('q', { evidence: [shown('e')] }));
  const both = answers();
  await Promise.all([
    both.answer({ ...taught, answer: 'forget' }, site),
    both.answer({ ...taught, preferenceId: 'q', answer: 'forget' }, site),
  ]);
  const statuses = async () =>
    new Map((await store.preferences()).map(({ id, status }) => [id, status]));
  expect(await statuses()).toEqual(
    new Map([
      ['p', 'paused'],
      ['q', 'paused'],
    ]),
  );
  await both.undo(taught, site);
  await both.undo({ ...taught, preferenceId: 'q' }, site);
  expect([...(await statuses()).values()]).not.toContain('paused');
});

test('erasing leaves nothing to take back', async () => {
  await answers().answer({ ...taught, answer: 'forget' }, site);
  await answers().erase();
  expect(values.size).toBe(0);
});
