import { expect, test } from 'vitest';
import { appliesTo } from '../../../src/learning/evidence/applies.ts';
import type { Scope } from '../../../src/learning/types.ts';
import { context } from '../world.ts';

const place = context({ to: ['ann@Acme.example', 'bob@birch.example'], task: 'reply' });

test.each<[Scope, number | null]>([
  [{ kind: 'everywhere' }, 0],
  [{ kind: 'site', site: 'mail.example.com' }, 1],
  [{ kind: 'site', site: 'mail.other.example' }, null],
  [{ kind: 'task', task: 'reply' }, 2],
  [{ kind: 'task', task: 'new' }, null],
  [{ kind: 'domain', domain: 'acme.example' }, 4],
  [{ kind: 'domain', domain: 'birch.example' }, 4],
  [{ kind: 'domain', domain: 'example' }, null],
  [{ kind: 'domain', domain: '' }, null],
  [{ kind: 'recipient', address: 'ANN@acme.example' }, 5],
  [{ kind: 'recipient', address: 'ann@birch.example' }, null],
  [{ kind: 'recipient', address: '' }, null],
  [{ kind: 'nearby' }, null],
])('%o: %s', (scope, expected) => {
  expect(appliesTo({ scope }, place)).toBe(expected);
});

test('an unnamed recipient is nobody in particular', () => {
  const unnamed = context({ to: [''] });
  expect(appliesTo({ scope: { kind: 'recipient', address: '' } }, unnamed)).toBeNull();
  expect(appliesTo({ scope: { kind: 'domain', domain: '' } }, unnamed)).toBeNull();
});
