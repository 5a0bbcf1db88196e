import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it, onTestFinished } from 'vitest';
import { heldOutPersonas } from '../../bench/learning/scripted/held-out-personas.ts';
import { parsePersona, readPersona } from '../../bench/learning/scripted/persona.ts';

const ann = { name: 'Ann Lee', address: 'ann@acme.example', relation: 'client' };
const rule = { id: 'dear', wish: { kind: 'greeting', text: 'Dear <name>,' } };
const persona = {
  name: 'somebody',
  about: 'For tests.',
  user: 'Sam Porter',
  people: [ann],
  rules: [rule],
};
const refusal = (changes: object) => () => parsePersona({ ...persona, ...changes }, 'own.json');

describe('a persona', () => {
  it('needs little more than people and rules', () => {
    expect(parsePersona(persona, 'own.json')).toMatchObject({
      edits: 1,
      facts: 0,
      blind: 0,
      people: [{ weight: 1, from: 0 }],
      rules: [{ where: {}, from: 0 }],
    });
  });

  it.each([
    ['a wrong relation', { people: [{ ...ann, relation: 'boss' }] }, 'people[0].relation'],
    ['capitals in an address', { people: [{ ...ann, address: 'Ann@acme.example' }] }, 'small'],
    ['one name only', { people: [{ ...ann, name: 'Ann' }] }, 'people[0].name: write a first'],
    ['a probability above 1', { facts: 2 }, 'facts: '],
    ['an unknown field', { color: 'red' }, 'color'],
    ['nobody to begin with', { people: [{ ...ann, from: 3 }] }, 'people: give at least one'],
    ['an address twice', { people: [ann, ann] }, 'people[1].address: somebody above'],
    ['a rule twice', { rules: [rule, rule] }, 'rules[1].id: a rule above'],
    [
      'a rule that ends before it begins',
      { rules: [{ ...rule, from: 9, until: 9 }] },
      'rules[0]: "until" must be a later round',
    ],
    [
      'a scope nobody is in',
      { rules: [{ ...rule, where: { domains: ['acme.test'] } }] },
      'rules[0].where: none of the people has the domain "acme.test"',
    ],
    [
      'an empty scope',
      { rules: [{ ...rule, where: { relations: [] } }] },
      'rules[0].where.relations',
    ],
    [
      'words that would never be settled',
      { rules: [{ id: 'x', wish: { kind: 'replace', from: 'can', to: 'can also' } }] },
      'rules[0].wish: "to" must not hold "from"',
    ],
    [
      'capitals in words to replace',
      { rules: [{ id: 'x', wish: { kind: 'replace', from: 'Can', to: 'could' } }] },
      'small letters',
    ],
    [
      'emoji without one',
      { rules: [{ id: 'x', wish: { kind: 'emoji', use: true } }] },
      'name the emoji in "example"',
    ],
    [
      'a fixed line of two sentences',
      { rules: [{ id: 'x', wish: { kind: 'line', place: 'closing', text: 'One. Two.' } }] },
      'rules[0].wish.text: write one sentence',
    ],
    ['an unknown kind', { rules: [{ id: 'x', wish: { kind: 'mood' } }] }, 'rules[0].wish.kind'],
  ])('is refused for %s, with file and field', (_, changes, says) => {
    expect(refusal(changes)).toThrow('own.json is no persona.');
    expect(refusal(changes)).toThrow(says);
  });

  it('is refused when its file is missing or no JSON', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'penchant-persona-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'half.json'), '{"name": ');
    await expect(readPersona(join(folder, 'half.json'))).rejects.toThrow(/half\.json is not JSON/);
    await expect(readPersona(join(folder, 'none.json'))).rejects.toThrow(/check the path/);
  });
});

describe('the personas that ship', async () => {
  const files = globSync('bench/learning/personas/*.json');
  const shipped = await Promise.all(files.map(readPersona));
  const named = shipped.map(({ name }) => name);

  it('are ten, named like their files, two of them held out', () => {
    expect(named.toSorted()).toEqual(
      files.map((file) => file.replace(/^.*\/|\.json$/gu, '')).toSorted(),
    );
    expect(named).toHaveLength(10);
    expect(named).toEqual(expect.arrayContaining([...heldOutPersonas]));
  });

  it('write to invented people only', () => {
    const addresses = shipped.flatMap(({ people }) => people.map(({ address }) => address));
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });
});
