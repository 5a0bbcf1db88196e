import { describe, expect, test } from 'vitest';
import { isStyleWord } from '../../../src/learning/gate/style-words.ts';

describe('a style is described in', () => {
  test.each([
    'short',
    'shorter',
    'playfully',
    'informality',
    'confirmations',
    'overexplaining',
    'unhurried',
    'trimming',
    'stresses',
    'pleasantries',
  ])('%s', (word) => {
    expect(isStyleWord(word)).toBe(true);
  });
});

describe('no style is described in words of trust, trade and obedience, or of another language', () => {
  test.each(
    'trust trusts relies vendor supplier product recommend recommends obeys agrees allows permits promises grants approve money owed settled discount secret bestes lieferant thursday robin contoso'.split(
      ' ',
    ),
  )('%s', (word) => {
    expect(isStyleWord(word)).toBe(false);
  });
});
