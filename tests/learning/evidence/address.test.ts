import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circleOf, domainOf } from '../../../src/learning/evidence/address.ts';

describe('the people an address belongs with', () => {
  test('are those of its domain, whatever it is written like', () => {
    expect(circleOf('Ann@Acme.Example')).toBe('acme.example');
    expect(circleOf('"ann@home"@acme.example')).toBe('acme.example');
  });

  test.each([
    'Ann@Gmail.com',
    'ann@yahoo.co.uk',
    'ann@hotmail.com.br',
    'ann@web.de',
    'ann@t-online.de',
    'ann@me.com',
    'ann@163.com',
  ])('are nobody else at a public provider: %s', (address) => {
    expect(circleOf(address)).toBe(address.toLowerCase());
  });

  test.each([
    'ann@gmail.acme.example',
    'ann@notgmail.com',
    'ann@gmail.com.acme.example',
    'ann@mail.acme.com',
    'ann@web.acme.de',
  ])('are a company’s, though its name has a provider’s in it: %s', (address) => {
    expect(circleOf(address)).toBe(domainOf(address));
  });

  test.each(['', 'ann', 'ann@'])('are nobody without a domain: “%s”', (address) => {
    expect(circleOf(address)).toBe('');
  });
});

test('a circle is small letters, and the same in any spelling of an address', () => {
  const domain = fc.oneof(fc.domain(), fc.constantFrom('gmail.com', 'gmx.de', 'yahoo.co.jp'));
  fc.assert(
    fc.property(fc.string(), domain, (name, at) => {
      const address = `${name}@${at}`.toLowerCase();
      expect([address, domainOf(address)]).toContain(circleOf(address));
      expect(circleOf(`${name}@${at.toUpperCase()}`)).toBe(circleOf(address));
    }),
  );
});
