import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  followsQuotes,
  isBackwards,
  quotedWords,
  sameQuotes,
} from '../../../src/learning/habits/quoted.ts';
import { described, evidence } from '../world.ts';

const pls = { description: 'Writes “pls” for “please”' };
const edited = (description: string, before: string, after: string) =>
  described(description, { before, after });

describe('what a description quotes', () => {
  test('is words to write first, and words to write no more', () => {
    expect(quotedWords(pls)).toEqual({ written: ['pls'], removed: ['please'] });
    expect(quotedWords({ description: 'Says "Kind of"' })).toEqual({
      written: ['kind of'],
      removed: [],
    });
    expect(quotedWords({ description: 'Writes “&” for “and”' }).written).toEqual(['&']);
    expect(quotedWords({ description: 'Sounds like the sea, “!”' })).toEqual({
      written: [],
      removed: [],
    });
  });

  test('is told apart by the edit it comes from, whatever comes first', () => {
    const item = edited('Drops “please” in favour of “pls”', 'Please send it.', 'Pls send it.');
    expect(quotedWords(item)).toEqual({ written: ['pls'], removed: ['please'] });
    const gone = edited('Never says “kindly”', 'kindly wait', 'wait');
    expect(quotedWords(gone)).toEqual({ written: [], removed: ['kindly'] });
    const stays = edited('Says “kindly”, not “please”', 'kindly, please wait', 'kindly wait');
    expect(quotedWords(stays)).toEqual({ written: [], removed: ['please'] });
  });

  test('is told apart by what supports it, not by what speaks against it', () => {
    const spans = { before: 'please', after: 'pls' };
    const said = { description: 'Drops “please” in favour of “pls”' };
    const against = evidence('e1', { says: 'contradicts', ...spans });
    expect(quotedWords({ ...said, evidence: [evidence('e1', spans)] }).written).toEqual(['pls']);
    expect(quotedWords({ ...said, evidence: [against] }).written).toEqual(['please']);
  });

  test('is taken as it stands where its edits say both', () => {
    const both = [
      evidence('e1', { before: 'please', after: 'pls' }),
      evidence('e2', { before: 'pls', after: 'please' }),
    ];
    expect(quotedWords({ ...pls, evidence: both })).toEqual({
      written: ['pls'],
      removed: ['please'],
    });
  });

  test('is whole words: one inside another is not it', () => {
    const item = edited('Says “art”, not “part”', 'your part', 'your art');
    expect(quotedWords(item)).toEqual({ written: ['art'], removed: ['part'] });
  });
});

describe('two descriptions quote the same', () => {
  test('where they want the same words instead of the same others', () => {
    expect(sameQuotes(pls, { description: 'Uses “Pls”, never “Please”' })).toBe(true);
    const spans = { before: 'please', after: 'pls' };
    expect(sameQuotes(pls, { description: 'Drops “please”: “pls”', ...spans })).toBe(true);
  });

  test.each([
    'Writes “please” for “pls”',
    'Writes “pls”',
    'Writes “pls” for “please” and “kindly”',
    'Asks briefly',
  ])('but not: %s', (description) => {
    expect(sameQuotes(pls, { description })).toBe(false);
    expect(sameQuotes({ description }, pls)).toBe(false);
  });

  test('not where nothing is quoted', () => {
    expect(sameQuotes({ description: 'Brief' }, { description: 'Brief' })).toBe(false);
  });
});

describe('a text', () => {
  test('follows by the words wanted, and not by the others', () => {
    expect(followsQuotes(pls, 'Pls send it.')).toBe(true);
    expect(followsQuotes(pls, 'PLEASE, send it.')).toBe(false);
    expect(followsQuotes(pls, 'Pls send it, please.')).toBe(false);
  });

  test('tells nothing where it has neither', () => {
    expect(followsQuotes(pls, 'It pleases me.')).toBeNull();
    expect(followsQuotes({ description: 'Brief' }, 'Brief')).toBeNull();
  });
});

describe('a description is backwards', () => {
  test.each([
    '“please” instead of “pls”',
    'Writes “Please” rather than “pls”',
    'Uses “please” for “pls”',
    'Says “please”, well, “please” not “pls”',
  ])('that wants what was taken out: %s', (description) => {
    expect(isBackwards(edited(description, 'Please send it.', 'Pls send it.'))).toBe(true);
    expect(isBackwards(edited(description, 'Pls send it.', 'Please send it.'))).toBe(false);
  });

  test('only where the edit shows both', () => {
    expect(isBackwards(edited('“please” instead of “pls”', '', ''))).toBe(false);
    expect(isBackwards(edited('“please” instead of “pls”', 'Please go.', 'Go.'))).toBe(false);
    expect(isBackwards(edited('“please” instead of “pls”', 'Go.', 'Pls go.'))).toBe(false);
    expect(isBackwards(edited('Prefers “please”', 'Please go.', 'Pls go.'))).toBe(false);
  });
});

describe('in general', () => {
  const word = fc.constantFrom('pls', 'please', 'kind of', '&', 'and', 'wait!', '—', 'Öl');
  const description = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 3 }).map((words) => words.map((one) => `“${one}”`).join(' for ')),
    fc.tuple(word, word).map(([one, other]) => `Says "${one}", not "${other}"`),
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 6 }).map((all) => all.join(' ')),
  );
  const quoting = fc.record({ description, before: text, after: text });

  test('any text follows any description, or does not, or cannot tell', () => {
    fc.assert(
      fc.property(quoting, text, (item, given) => {
        const verdict = followsQuotes(item, given);
        expect([true, false, null]).toContain(verdict);
        if (!/["“]/u.test(item.description)) expect(verdict).toBeNull();
        // Case and punctuation around words make no difference.
        expect(followsQuotes(item, `… ${given.toUpperCase().toLowerCase()} …`)).toBe(
          followsQuotes(item, given.toUpperCase().toLowerCase()),
        );
      }),
    );
  });

  test('no quotation is both wanted and unwanted, and the same is the same both ways', () => {
    fc.assert(
      fc.property(quoting, quoting, (one, other) => {
        const { written, removed } = quotedWords(one);
        expect(written.filter((said) => removed.includes(said))).toEqual([]);
        expect(sameQuotes(one, one)).toBe(written.length + removed.length > 0);
        expect(sameQuotes(one, other)).toBe(sameQuotes(other, one));
      }),
    );
  });
});
