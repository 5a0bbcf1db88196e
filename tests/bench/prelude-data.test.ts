import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../bench/learning/data/context-of.ts';
import { openRecords } from '../../bench/learning/data/open-records.ts';
import { type DataRecord, readRecords } from '../../bench/learning/data/read-records.ts';
import { splitRecords } from '../../bench/learning/data/split-records.ts';
import {
  latentPreference,
  latentPreferences,
} from '../../bench/learning/prelude/latent-preference.ts';
import { roundsOf } from '../../bench/learning/prelude/rounds.ts';
import { freshFolder } from './people.ts';

const good = { id: 'r1', domain: 'news', text: 'A ferry runs on batteries.' };
const dataFile = async (...lines: readonly (object | string)[]): Promise<string> => {
  const file = join(await freshFolder(), 'data.jsonl');
  const written = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(file, written.join('\n'));
  return file;
};
const record = (changes: Partial<DataRecord> = {}): DataRecord => ({
  ...good,
  place: 'x:1',
  ...changes,
});
const ann = { name: 'Ann Lee', title: 'Dr.', email: 'Ann@Clinic.example' };

describe('a data file', () => {
  test('is read in order; empty lines and other fields are left alone', async () => {
    const file = await dataFile(good, '', {
      ...good,
      id: 'r2',
      licence: 'ours',
      recipient: ann,
      fact: null,
    });
    const records = await readRecords([file]);
    expect(records.map(({ id, place }) => [id, place])).toEqual([
      ['r1', `${file}:1`],
      ['r2', `${file}:3`],
    ]);
    expect(records[1]).not.toHaveProperty('licence');
  });

  test.each([
    ['{"id": "r2", ', ':2: is no JSON'],
    ['["r2"]', ':2: '],
    [{ id: 'r2', domain: 'news' }, ':2, field text: must be a text'],
    [{ ...good, id: ' ' }, ':2, field id: must not be empty'],
    [{ ...good, id: 'r2', preference: 7 }, ':2, field preference: must be a text'],
    [
      { ...good, id: 'r2', recipient: { ...ann, email: 'ann' } },
      ':2, field recipient.email: must be a mail address',
    ],
    [{ ...good, id: 'r1' }, ':2: the id “r1” is that of'],
  ])('with a bad line %j is refused, naming file, line and field', async (line, sentence) => {
    const file = await dataFile(good, line);
    await expect(readRecords([file])).rejects.toThrow(`${file}${sentence}`);
  });

  test('that is not there is named', async () => {
    await expect(readRecords(['/nowhere/x.jsonl'])).rejects.toThrow(
      /\/nowhere\/x\.jsonl cannot be read.*--data/,
    );
  });

  test('without a record for the task is refused', async () => {
    const dataFiles = [await dataFile(good)];
    await expect(openRecords({ dataFiles, task: 'email', shuffle: false }, 1)).rejects.toThrow(
      /--task email/,
    );
  });

  test('gives each task its records: by task, recipient, domain, or both', async () => {
    const dataFiles = [
      await dataFile(
        { ...good, id: 'news' },
        { ...good, id: 'review', domain: 'peer_review' },
        { ...good, id: 'both', domain: 'reddit_personal_post' },
        { ...good, id: 'own', domain: 'diary', preference: 'brief' },
        { ...good, id: 'to-ann', recipient: ann },
        { ...good, id: 'said', domain: 'diary', task: 'email_writing' },
      ),
    ];
    const ids = async (task: 'email' | 'summarization') =>
      (await openRecords({ dataFiles, task, shuffle: false }, 1)).map(({ id }) => id);
    expect(await ids('email')).toEqual(['review', 'both', 'own', 'to-ann', 'said']);
    expect(await ids('summarization')).toEqual(['news', 'both', 'own']);
  });

  test('is shuffled by the seed alone', async () => {
    const order = async (seed: number) =>
      (await openRecords({ dataFiles: [], task: 'email', shuffle: true }, seed)).map(
        ({ id }) => id,
      );
    expect(await order(1)).toEqual(await order(1));
    expect(await order(1)).not.toEqual(await order(2));
    expect((await order(1)).sort()).toEqual((await order(2)).sort());
  });
});

describe('held-out records', () => {
  test('are the last ones, never played, and four where there are enough', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.integer({ min: 1, max: 100 }), (count, rounds) => {
        const all = Array.from({ length: count }, (_, at) => at);
        const { played, heldOut } = splitRecords(all, rounds);
        expect(played).toEqual(all.slice(0, played.length));
        expect(heldOut).toEqual(heldOut.length === 0 ? [] : all.slice(-heldOut.length));
        expect(played.length).toBeLessThanOrEqual(Math.min(rounds, count - heldOut.length));
        if (count >= 12) expect(heldOut.length).toBeGreaterThanOrEqual(4);
        if (count > 0) expect(played.length).toBeGreaterThan(0);
      }),
    );
    const sizes = (count: number, rounds: number) => {
      const { played, heldOut } = splitRecords(Array(count).fill(0), rounds);
      return [played.length, heldOut.length];
    };
    expect(sizes(77, 60)).toEqual([60, 12]);
    expect(sizes(77, 20)).toEqual([20, 5]);
    expect(sizes(21, 60)).toEqual([17, 4]);
    expect(sizes(21, 4)).toEqual([4, 4]);
    expect(sizes(6, 5)).toEqual([5, 1]);
  });
});

describe('what the user likes', () => {
  test('is what the record says, else what the paper says of its source', () => {
    expect(latentPreference(record({ preference: 'brief' }), 'summarization')).toBe('brief');
    expect(latentPreference(record({ domain: 'imdb' }), 'summarization')).toBe(
      'question answering style',
    );
    const post = record({ domain: 'reddit_personal_post' });
    expect(latentPreference(post, 'email')).not.toBe(latentPreference(post, 'summarization'));
  });

  test('must be said for any other domain', () => {
    expect(() => latentPreference(record({ domain: 'diary' }), 'email')).toThrow(
      /^x:1, field preference: .*“diary”.*paper_tweet/,
    );
    expect(() => latentPreference(record({ domain: 'toString' }), 'email')).toThrow('toString');
  });

  const published = '../shared/data/prelude_preferences.json';
  test.skipIf(!existsSync(published))(
    `agrees with ${published} (skipped where it is missing)`,
    () => {
      const { email, summarization } = JSON.parse(readFileSync(published, 'utf8'));
      expect(latentPreferences('email')).toEqual(
        ['personal_problem', 'paper_summary', 'paper_review', 'paper_tweet'].map(
          (key) => email[key],
        ),
      );
      expect([...latentPreferences('summarization')].sort()).toEqual(
        Object.values<string>(summarization).sort(),
      );
    },
  );
});

describe('the rounds', () => {
  test('name the recipient with their title, and only where the data do', () => {
    const named = contextOf(record({ recipient: ann }), 'email', 'given');
    expect(named.recipients).toEqual([{ name: 'Dr. Ann Lee', address: 'ann@clinic.example' }]);
    expect(named.notes).toContain('Write a mail to Dr. Ann Lee');
    expect(named.incoming?.text).toBe(good.text);
    expect(contextOf(record(), 'summarization', 'given').recipients).toEqual([]);
  });

  test('tell sources apart by their text only, unless recipients by source are asked for', () => {
    const one = record({ domain: 'ampere' });
    const other = record({ domain: 'ccby' });
    expect(contextOf(one, 'email', 'given')).toEqual(contextOf(other, 'email', 'given'));
    const [first] = contextOf(one, 'email', 'by-source').recipients;
    const [second] = contextOf(other, 'email', 'by-source').recipients;
    expect(first).toBeDefined();
    expect(first).not.toEqual(second);
  });

  test('have one kind for each wish, and have drifted where somebody is suddenly written to otherwise', () => {
    const to = (id: string, preference: string, email = ann.email): DataRecord =>
      record({ id, domain: 'box', preference, recipient: { ...ann, email } });
    const rounds = roundsOf(
      [
        to('1', 'long'),
        to('2', 'short', 'bo@x.example'),
        to('3', 'long'),
        to('4', 'short'),
        to('5', 'long', 'bo@x.example'),
        to('6', 'short'),
      ],
      'email',
      'given',
    );
    expect(rounds.map(({ kind }) => kind)).toEqual([
      'box: long',
      'box: short',
      'box: long',
      'box: short',
      'box: long',
      'box: short',
    ]);
    expect(rounds.map(({ drifted }) => drifted)).toEqual([false, false, false, true, true, true]);
    expect(roundsOf([record()], 'summarization', 'given')[0]?.kind).toBe('news');
  });
});

describe('the records that ship', () => {
  test.each([
    ['email', 21, 5],
    ['summarization', 12, 5],
  ] as const)('serve %s, the held-out ones in several kinds', async (task, count, kinds) => {
    const records = await openRecords({ dataFiles: [], task, shuffle: false }, 1);
    expect(records).toHaveLength(count);
    const { played, heldOut } = splitRecords(roundsOf(records, task, 'given'), 60);
    expect(new Set(played.map(({ wanted }) => wanted)).size).toBeGreaterThanOrEqual(kinds);
    expect(new Set(heldOut.map(({ wanted }) => wanted)).size).toBeGreaterThanOrEqual(4);
  });

  test('have relations that are written to differently, and facts to put right', async () => {
    const records = await openRecords({ dataFiles: [], task: 'email', shuffle: false }, 1);
    const relations = records.filter(({ recipient }) => recipient);
    expect(new Set(relations.map(({ recipient }) => recipient?.email)).size).toBe(5);
    expect(new Set(relations.map(({ preference }) => preference)).size).toBe(4);
    expect(records.filter(({ fact }) => fact).length).toBeGreaterThanOrEqual(3);
  });
});
