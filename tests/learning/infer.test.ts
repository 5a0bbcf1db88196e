import { describe, expect, test } from 'vitest';
import { type Elements, standardElements } from '../../src/learning/elements.ts';
import { Fault } from '../../src/learning/fault.ts';
import { inferPreferences } from '../../src/learning/infer.ts';
import type { Edit, Inferred, Neighbour, Writer } from '../../src/learning/ports.ts';
import type { AppliedPreference, Described } from '../../src/learning/types.ts';
import { context, described, fakeWriter, neighbour, noUsage, oneCall } from './world.ts';

const draft = 'Hello Ann,\n\nplease look at the plans of the harbour on Monday.';
const counted = draft.replace('Hello', 'Hi');
const worded = draft.replace('please look at', 'have a glance at');
const dated = draft.replace('Monday', 'Tuesday');

interface Asked {
  infer: { edit: Edit; form: string }[];
  verify: { descriptions: readonly string[]; samples: number }[];
}

/** What is found in an edit by a writer that says `items`, and what it was asked. */
async function infer(
  final: string,
  items: readonly Described[] = [],
  {
    elements = {},
    neighbours = [],
    scores = [],
    known = [],
    more = {},
  }: {
    elements?: Partial<Elements>;
    neighbours?: readonly Neighbour[];
    scores?: readonly number[];
    known?: readonly AppliedPreference[];
    more?: Partial<Inferred>;
  } = {},
) {
  const asked: Asked = { infer: [], verify: [] };
  const writer: Writer = {
    ...fakeWriter(),
    async infer(edit, form) {
      asked.infer.push({ edit, form });
      return { preferences: items, confirmed: [], contradicted: [], usage: oneCall, ...more };
    },
    async verify({ descriptions, samples }) {
      asked.verify.push({ descriptions, samples: samples.length });
      return { scores, usage: oneCall };
    },
  };
  const edit = { context: context(), draft, final, guidance: null, known };
  const found = await inferPreferences(edit, neighbours, writer, {
    ...standardElements,
    ...elements,
  });
  return { ...found, names: found.preferences.map(({ description }) => description), asked };
}

const sea = described('Sounds like the sea', { facet: 'tone' });
const wind = described('Sounds like the wind', { facet: 'tone' });
const hi = 'Greets with “Hi Ann,”';

describe('thrift', () => {
  test('asks no model where counting explains everything', async () => {
    const { names, asked, usage } = await infer(counted, [sea]);
    expect(names).toEqual([hi]);
    expect(asked).toEqual({ infer: [], verify: [] });
    expect(usage).toEqual({ infer: noUsage, verify: noUsage });
  });

  test('asks where there is more to it, or where nothing is counted', async () => {
    expect((await infer(worded, [sea])).names).toEqual([sea.description]);
    const uncounted = await infer(counted, [sea], { elements: { counting: false } });
    expect(uncounted.names).toEqual([sea.description]);
  });

  test('switched off asks all the same', async () => {
    const { names, usage } = await infer(counted, [sea], { elements: { thrift: false } });
    expect(names).toEqual([sea.description, hi]);
    expect(usage).toEqual({ infer: oneCall, verify: noUsage });
  });
});

describe('facts', () => {
  test('alone are nothing to ask about', async () => {
    const { names, asked } = await infer(dated, [sea]);
    expect([names, asked.infer]).toEqual([[], []]);
    const told = await infer(dated, [sea], { elements: { facts: false } });
    expect(told.names).toEqual([sea.description]);
  });

  test('that were taken for style are refused', async () => {
    const both = dated.replace('please look at', 'have a glance at');
    const fact = described('Says “Tuesday”', { before: 'Monday', after: 'Tuesday' });
    expect((await infer(both, [fact, sea])).names).toEqual([sea.description]);
    const told = await infer(both, [fact, sea], { elements: { facts: false } });
    expect(told.names).toEqual([fact.description, sea.description]);
  });
});

describe('what is counted', () => {
  const both = counted.replace('please look at', 'have a glance at');

  test('is told to the writer, and stands beside what it says', async () => {
    const { names, asked } = await infer(both, [sea]);
    expect(names).toEqual([sea.description, hi]);
    expect(asked.infer).toMatchObject([{ edit: { noted: [hi], draft, final: both } }]);
  });

  test('stands instead of what the writer says of the same thing', async () => {
    const vague = described('Begins as among friends', { facet: 'greeting' });
    const wrong = described('Greets with “Hey Ann,”', { facet: 'greeting' });
    expect((await infer(both, [vague, sea, wrong])).names).toEqual([hi, sea.description]);
  });

  test('is not counted where counting is switched off', async () => {
    const vague = described('Begins as among friends', { facet: 'greeting' });
    const { names, asked } = await infer(both, [vague], { elements: { counting: false } });
    expect(names).toEqual([vague.description]);
    expect(asked.infer[0]?.edit.noted).toEqual([]);
  });

  test('counts a sentence that was added before as well', async () => {
    const rest = 'I leave the rest to you.';
    const earlier = neighbour({ id: 'e1', final: `Hi Bob,\n\nwe met at the quay. ${rest}` });
    const { names } = await infer(`${worded} ${rest}`, [], { neighbours: [earlier] });
    expect(names).toEqual([`Ends with the sentence “${rest}”`]);
  });
});

describe('of what a writer says', () => {
  test('a quotation the wrong way round is refused', async () => {
    const spans = { before: 'please look at', after: 'have a glance at' };
    const right = described('Writes “have a glance at” instead of “please look at”', spans);
    const wrong = described('Writes “please look at” instead of “have a glance at”', spans);
    expect((await infer(worded, [wrong, right])).names).toEqual([right.description]);
  });

  test('the whole edit is the evidence where it names none', async () => {
    const spans = { before: 'please', after: 'have' };
    const { preferences } = await infer(worded, [sea, { ...wind, ...spans }]);
    expect(preferences).toMatchObject([
      { before: expect.stringContaining('please look'), after: expect.stringContaining('glance') },
      spans,
    ]);
  });

  test('what it tells of known preferences is passed on', async () => {
    const more = { confirmed: ['p1'], contradicted: ['p2'] };
    expect(await infer(worded, [], { more })).toMatchObject(more);
  });

  test('one phrase is asked for where nothing is taken apart', async () => {
    expect((await infer(worded)).asked.infer[0]?.form).toBe('components');
    const whole = await infer(worded, [], { elements: { components: false } });
    expect(whole.asked.infer[0]?.form).toBe('phrase');
  });

  test('a failure is passed on', async () => {
    const failing = { ...fakeWriter(), infer: () => Promise.reject(new Fault('bad-answer')) };
    const edit = { context: context(), draft, final: worded, guidance: null, known: [] };
    await expect(inferPreferences(edit, [], failing, standardElements)).rejects.toMatchObject({
      code: 'bad-answer',
    });
  });
});

describe('verification', () => {
  const sent = (count: number): Neighbour[] =>
    Array.from({ length: count }, (_, at) => neighbour({ id: `e${at}`, final: 'Hi, here it is.' }));
  const verified = { elements: { verification: true }, neighbours: sent(3) };

  test('is asked for only as an arm', async () => {
    const { asked, names } = await infer(worded, [sea], { neighbours: sent(3), scores: [-2] });
    expect([asked.verify, names]).toEqual([[], [sea.description]]);
  });

  test('drops what earlier mails clearly speak against, and nothing else', async () => {
    const fog = described('Sounds like fog', { facet: 'tone' });
    const items = [sea, wind, fog];
    const { names, usage } = await infer(worded, items, { ...verified, scores: [-1, -0.9, 2] });
    expect(names).toEqual([wind.description, fog.description]);
    expect(usage).toEqual({ infer: oneCall, verify: oneCall });
  });

  test('keeps what was given no score', async () => {
    const { names } = await infer(worded, [sea, wind], { ...verified, scores: [-2] });
    expect(names).toEqual([wind.description]);
  });

  test('is about new descriptions that no code can check', async () => {
    const dashes = described('Uses no dashes');
    const { facet, description } = wind;
    const known = [{ id: 'p1', revision: 0, facet, description: description.toUpperCase() }];
    const items = [sea, dashes, wind];
    const { asked, names } = await infer(worded, items, { ...verified, known, scores: [-2, -2] });
    expect(asked.verify).toEqual([{ descriptions: [sea.description], samples: 3 }]);
    expect(names).toEqual([dashes.description, wind.description]);
    const nothingNew = await infer(worded, [dashes, wind], { ...verified, known });
    expect(nothingNew.asked.verify).toEqual([]);
  });

  test('looks at two to five sent mails', async () => {
    const samples = async (neighbours: readonly Neighbour[]) =>
      (await infer(worded, [sea], { ...verified, neighbours })).asked.verify.map(
        (one) => one.samples,
      );
    expect(await samples(sent(9))).toEqual([5]);
    expect(await samples(sent(2))).toEqual([2]);
    expect(await samples(sent(1))).toEqual([]);
    expect(await samples([...sent(1), neighbour({ id: 'open', final: null })])).toEqual([]);
  });
});
