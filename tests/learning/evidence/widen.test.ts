import { describe, expect, test } from 'vitest';
import { narrowScope, scopeOf, widened } from '../../../src/learning/evidence/widen.ts';
import type { Scope } from '../../../src/learning/types.ts';
import { context, evidence } from '../world.ts';

const everywhere: Scope = { kind: 'everywhere' };
const nearby: Scope = { kind: 'nearby' };
const acme: Scope = { kind: 'domain', domain: 'acme.example' };
const ann: Scope = { kind: 'recipient', address: 'ann@acme.example' };
const amy: Scope = { kind: 'recipient', address: 'amy@acme.example' };
const bob: Scope = { kind: 'recipient', address: 'bob@birch.example' };

test('begins with the first recipient’s domain, or nearby where none is named', () => {
  expect(narrowScope(context({ to: ['ann@acme.example', 'bob@birch.example'] }))).toEqual(acme);
  expect(narrowScope(context({ to: [] }))).toEqual(nearby);
  expect(narrowScope(context({ to: '' }))).toEqual(nearby);
});

test('begins with the recipient alone where the domain is a public provider’s', () => {
  for (const address of ['ann@gmail.com', 'ann@yahoo.co.uk', 'ann@web.de', 'ann']) {
    expect(narrowScope(context({ to: address }))).toEqual({ kind: 'recipient', address });
  }
  expect(narrowScope(context({ to: 'ann@gmail.acme.example' })).kind).toBe('domain');
});

test('two people of a public provider have nothing in common', () => {
  const [one, other] = ['ann@gmail.com', 'bob@gmail.com'].map((to) => narrowScope(context({ to })));
  expect(one && other && widened(one, other)).toEqual(everywhere);
});

describe('the scope of evidence', () => {
  test('holds everybody it still holds for', () => {
    const toAnn = evidence('e1', { at: 1 });
    const toBob = evidence('e2', { at: 2, recipient: 'bob@birch.example' });
    expect(scopeOf([toAnn], false)).toEqual(acme);
    expect(scopeOf([toAnn, toBob], false)).toEqual(everywhere);
    const left = evidence('e3', { at: 3, says: 'contradicts' });
    expect(scopeOf([toAnn, toBob, left], false)).toEqual({
      kind: 'domain',
      domain: 'birch.example',
    });
    expect(scopeOf([toAnn, left], false)).toBeNull();
  });

  test('of mails to nobody in particular stays nearby, whatever others say', () => {
    const one = evidence('e1', { at: 1, recipient: '' });
    const other = evidence('e2', { at: 2, recipient: '', says: 'contradicts' });
    expect(scopeOf([one, other], false)).toEqual(nearby);
  });
});

test.each<[Scope, Scope, Scope]>([
  [ann, ann, ann],
  [ann, amy, acme],
  [ann, bob, everywhere],
  [acme, amy, acme],
  [acme, bob, everywhere],
  [everywhere, ann, everywhere],
  [nearby, nearby, nearby],
  [nearby, ann, everywhere],
  [{ kind: 'recipient', address: 'ann' }, { kind: 'recipient', address: 'bob' }, everywhere],
  [ann, nearby, everywhere],
])('%o and %o make %o', (scope, narrow, expected) => {
  expect(widened(scope, narrow)).toEqual(expected);
});
