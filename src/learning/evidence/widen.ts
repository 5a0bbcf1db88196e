import type { Context, Evidence, Scope } from '../types.ts';
import { circleOf, domainOf } from './address.ts';
import { holders } from './reach.ts';

/**
 * The scope a preference begins with: the people of the (first) recipient's domain, so that it works on
 * the very next mail to them and reaches nobody else; this recipient alone at a public provider, and
 * `nearby` where the page named no recipient.
 */
export function narrowScope(context: Context): Scope {
  return scopeFor(context.recipients[0]?.address ?? '');
}

/** The narrowest scope for everybody the evidence still holds for; `null` where that is nobody. */
export function scopeOf(evidence: readonly Evidence[], byTask: boolean): Scope | null {
  const [first, ...others] = holders(evidence, byTask).map(({ recipient }) => scopeFor(recipient));
  return first ? others.reduce(widened, first) : null;
}

function scopeFor(address: string): Scope {
  if (address === '') return { kind: 'nearby' };
  const circle = circleOf(address);
  return circle === '' || circle === address.toLowerCase()
    ? { kind: 'recipient', address }
    : { kind: 'domain', domain: circle };
}

/**
 * The narrowest scope that holds for both: two people of one domain make the domain, anything further
 * apart makes it everywhere. Never narrower than `scope`.
 */
export function widened(scope: Scope, narrow: Scope): Scope {
  if (scope.kind === 'nearby' && narrow.kind === 'nearby') return scope;
  if (
    scope.kind === 'recipient' &&
    narrow.kind === 'recipient' &&
    scope.address === narrow.address
  ) {
    return scope;
  }
  const circle = circleOfScope(scope);
  return circle !== '' && circle === circleOfScope(narrow)
    ? { kind: 'domain', domain: circle }
    : { kind: 'everywhere' };
}

function circleOfScope(scope: Scope): string {
  if (scope.kind === 'domain') return scope.domain.toLowerCase();
  if (scope.kind !== 'recipient') return '';
  const circle = circleOf(scope.address);
  // Two people at a public provider are as far apart as any.
  return circle === domainOf(scope.address) ? circle : '';
}
