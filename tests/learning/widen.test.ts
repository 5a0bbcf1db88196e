import { expect, test } from 'vitest';
import type { Scope } from '../../src/learning/types.ts';
import { narrowScope, widened } from '../../src/learning/widen.ts';
import { context } from './world.ts';

const everywhere: Scope = { kind: 'everywhere' };
const nearby: Scope = { kind: 'nearby' };
const acme: Scope = { kind: 'domain', domain: 'acme.example' };
const ann: Scope = { kind: 'recipient', address: 'ann@acme.example' };
const amy: Scope = { kind: 'recipient', address: 'amy@acme.example' };
const bob: Scope = { kind: 'recipient', address: 'bob@birch.example' };

test('begins with the first recipient, or nearby where none is named', () => {
  expect(narrowScope(context({ to: ['ann@acme.example', 'bob@birch.example'] }))).toEqual(ann);
  expect(narrowScope(context({ to: [] }))).toEqual(nearby);
  expect(narrowScope(context({ to: '' }))).toEqual(nearby);
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
