import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { halfOf, type LabelledEdit } from '../../bench/learning/facts/labelled-edit.ts';
import { readMailEdits } from '../../bench/learning/facts/read-mail-edits.ts';
import { readRevisions } from '../../bench/learning/facts/read-revisions.ts';
import { type Rule, rules } from '../../bench/learning/facts/rules.ts';
import { score } from '../../bench/learning/facts/score.ts';
import { scoreTable } from '../../bench/learning/facts/score-table.ts';

const mailEdits = 'bench/learning/facts/mail-edits.jsonl';
const revisions = '../shared/data/iterater_human_revisions.jsonl';
const folder = mkdtempSync(join(tmpdir(), 'facts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const rule = (name: string): Rule => {
  const found = rules.find((each) => each.name === name);
  if (!found) throw new Error(`There is no rule ${name}.`);
  return found;
};
const factF1 = (name: string, edits: readonly LabelledEdit[]): number =>
  score(rule(name), edits).fact.f1;

test('precision, recall and F1 of both classes, and what each label was called', async () => {
  const [edit] = await readMailEdits(mailEdits);
  if (!edit) throw new Error('There are no mail edits.');
  const span = { before: '', after: '', at: 0 };
  const labelled: LabelledEdit = {
    ...edit,
    spans: [
      { ...span, kind: 'fact', intent: 'a' },
      { ...span, kind: 'fact', intent: 'a' },
      { ...span, kind: 'fact', intent: 'b' },
      { ...span, kind: 'style', intent: 'c' },
      { ...span, kind: 'style', intent: 'c' },
    ],
  };
  const said: Rule = { name: 'x', judge: () => ['fact', 'style', 'fact', 'fact', 'style'] };
  const figures = score(said, [labelled]);
  expect(figures).toEqual({
    rule: 'x',
    n: 5,
    fact: { precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 },
    style: { precision: 1 / 2, recall: 1 / 2, f1: 1 / 2 },
    intents: { a: { fact: 1, style: 1 }, b: { fact: 1, style: 0 }, c: { fact: 1, style: 1 } },
  });
  const table = scoreTable('mail', [figures]);
  expect(table).toContain('mail (5 spans)');
  expect(table).toContain('a: 1 fact, 1 style; b: 1 fact, 0 style');
  expect(score(said, []).fact).toEqual({ precision: 0, recall: 0, f1: 0 });
});

test('a document belongs to one half for good, and both halves are about as large', () => {
  expect([halfOf('40920'), halfOf('31689'), halfOf('mail-01')]).toEqual([
    'tuned',
    'tuned',
    'unseen',
  ]);
  const tuned = Array.from({ length: 400 }, (_, id) => halfOf(`${id}`)).filter(
    (half) => half === 'tuned',
  );
  expect(tuned.length).toBeGreaterThan(160);
  expect(tuned.length).toBeLessThan(240);
});

test('the mail edits that ship are told apart, far better than by the trivial rules', async () => {
  const edits = await readMailEdits(mailEdits);
  expect(edits.length).toBeGreaterThanOrEqual(60);
  expect(factF1('penchant', edits)).toBeGreaterThan(0.9);
  for (const trivial of ['everything is a fact', 'a digit or a capital is a fact']) {
    expect(factF1(trivial, edits)).toBeLessThan(0.65);
  }
});

test.skipIf(!existsSync(revisions))(
  `people's revisions are told apart better than by the trivial rules (needs ${revisions})`,
  async () => {
    const unseen = (await readRevisions(revisions)).filter(({ half }) => half === 'unseen');
    expect(unseen.length).toBeGreaterThan(50);
    const trivial = Math.max(
      factF1('everything is a fact', unseen),
      factF1('a digit or a capital is a fact', unseen),
    );
    expect(factF1('penchant', unseen)).toBeGreaterThan(trivial + 0.05);
    expect(factF1('penchant, given the spans', unseen)).toBeGreaterThan(trivial + 0.1);
  },
);

const record = {
  doc_id: '1',
  text: 'It came.',
  edited: 'It went.',
  edits: [{ before: 'came', after: 'went', start: 3, intent: 'meaning-changed' }],
};

test('a changed meaning is a fact, whatever else the record holds', async () => {
  const path = file('good.jsonl', `${JSON.stringify({ ...record, more: 1 })}\n\n`);
  expect(await readRevisions(path)).toMatchObject([
    {
      draft: 'It came.',
      final: 'It went.',
      spans: [{ before: 'came', after: 'went', kind: 'fact', intent: 'meaning-changed', at: 3 }],
    },
  ]);
});

test('a bad file is refused with its line, its field and what is expected', async () => {
  const typo = { ...record, edits: [{ ...record.edits[0], intent: 'meaning' }] };
  const bad = file('bad.jsonl', `${JSON.stringify(record)}\n${JSON.stringify(typo)}`);
  await expect(readRevisions(bad)).rejects.toThrow(
    /bad\.jsonl:2: edits\.0\.intent: expected one of meaning-changed/,
  );
  await expect(readRevisions(file('no.jsonl', 'hello'))).rejects.toThrow(/no\.jsonl:1: is no JSON/);
  await expect(readRevisions(join(folder, 'none'))).rejects.toThrow(/--data FILE/);
  const misquoted = {
    id: 'a',
    language: 'en',
    to: 'Ann',
    notes: '',
    incoming: '',
    draft: 'It came.',
    final: 'It went.',
    spans: [{ before: 'come', after: 'went', kind: 'fact' }],
  };
  const path = file('mail.jsonl', JSON.stringify(misquoted));
  await expect(readMailEdits(path)).rejects.toThrow(/mail\.jsonl:1: “come” → “went” is not in/);
});
