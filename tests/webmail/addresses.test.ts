import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddresses } from '../../src/webmail/addresses.ts';

test.each([
  ['Alex Kim <Alex@Acme.example>', [['Alex Kim', 'alex@acme.example']]],
  [
    '"Rivera, Maria" <m@uni.example>, alex@acme.example',
    [
      ['Rivera, Maria', 'm@uni.example'],
      ['', 'alex@acme.example'],
    ],
  ],
  [
    '"O\\"Neil" <o@x.example>; 山田 <y@x.example>,',
    [
      ['O"Neil', 'o@x.example'],
      ['山田', 'y@x.example'],
    ],
  ],
  ['Just a name', [['Just a name', '']]],
  [' , ;', []],
])('%s', (list, people) => {
  expect(parseAddresses(list)).toEqual(people.map(([name, address]) => ({ name, address })));
});

test('reads any list of plain names and addresses that it could have written', () => {
  const word = fc.stringMatching(/^[a-zà-ö]{1,8}$/);
  const person = fc.record({
    name: fc.tuple(word, word).map((both) => both.join(' ')),
    address: fc.tuple(word, word).map(([user, host]) => `${user}@${host}.example`),
  });
  fc.assert(
    fc.property(fc.array(person), (people) => {
      const list = people.map(({ name, address }) => `${name} <${address}>`).join(', ');
      expect(parseAddresses(list)).toEqual(people);
    }),
  );
});
