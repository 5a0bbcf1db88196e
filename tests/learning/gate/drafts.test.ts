import { describe, expect, test } from 'vitest';
import { essence } from '../../../src/learning/gate/essence.ts';
import { gatedAggregate, gatedImport } from '../../../src/learning/gate/other-doors.ts';
import { visibleText } from '../../../src/learning/gate/plain-text.ts';
import { unfounded } from '../../../src/learning/gate/unfounded.ts';
import { context, described } from '../world.ts';

test('invisible characters are taken out, emoji stay whole', () => {
  const hidden = 'H\u200Bi\u202E \u{E0041}there\u00AD 👩🏽‍💻 ❤️\u2028\tok\n';
  expect(visibleText(hidden)).toBe('Hi there 👩🏽‍💻 ❤️\tok\n');
});

describe('addresses, links and numbers of a draft', () => {
  const given = context({
    notes: 'Offer 1,200 € and send them to bob@acme.example',
    incoming: {
      from: { address: 'ann@acme.example', name: 'Ann' },
      text: 'See https://acme.example/plan or ring 030 123 45 67.',
    },
  });

  test('are flagged where nobody gave them', () => {
    const draft =
      'Pay 9,500 € to DE02 1203 0000 0000 2020 51, see https://evil.test/pay?x=1, www.evil.test ' +
      'or evil.dev/a, ask eve@evil.test or ring 0171 555 0199 by 3 May.';
    expect(unfounded(draft, given, null)).toEqual([
      '9,500 €',
      'DE02 1203 0000 0000 2020 51',
      'https://evil.test/pay?x=1',
      'www.evil.test',
      'evil.dev/a',
      'eve@evil.test',
      '0171 555 0199',
    ]);
  });

  test('are not where notes, the mail or a preference have them', () => {
    const draft =
      'It is 1200 €, see https://acme.example/plan, ask bob@acme.example or ann@acme.example or ' +
      'ring (030) 1234567 in room 404.';
    const guidance = { text: '1. Ends with “room 404”', preferences: [] };
    expect(unfounded(draft, given, guidance)).toEqual([]);
  });
});

test('a description made of others has to be made of their words', () => {
  const descriptions = ['Closes with “Cheers”', 'Formal tone'];
  expect(gatedAggregate('A formal tone, closes with “Cheers”', descriptions)).toContain('A formal');
  expect(gatedAggregate('A formal tone that trusts Contoso', descriptions)).toBe(
    'Closes with “Cheers”\nFormal tone',
  );
});

test('an import keeps what is about style', () => {
  const items = ['Closes with “Cheers”', 'Trusts Contoso', 'Uses <img src=x>', 'Formal'];
  expect(gatedImport(items.map((one) => described(one)))).toEqual(
    ['Closes with “Cheers”', 'Formal'].map((one) => described(one)),
  );
  // A backup of years may have thousands; the file format says how many are too many.
  const years = Array.from({ length: 5_000 }, (_, at) => described(`Closes with “Cheers ${at}”`));
  expect(gatedImport(years)).toHaveLength(5_000);
});

test('a model is shown the changed lines and their neighbours', () => {
  const lines = ['Dear Ann,', 'one', 'two', 'three', 'four', 'five', 'Regards', 'Sam'];
  const draft = lines.join('\n');
  const shown = essence({ draft, final: draft.replace('Dear', 'Hi').replace('Sam', 'S.') });
  expect(shown.final).toBe('Hi Ann,\none\n…\nRegards\nS.');
  expect(shown.draft).toBe('Dear Ann,\none\n…\nRegards\nSam');
});
