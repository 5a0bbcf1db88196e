import { domainOf } from './address.ts';
import type { Context, Scope } from './types.ts';

/**
 * The scope a preference begins with: the (first) recipient of the mail it was learned from, so that
 * it works on the very next mail to this person and reaches nobody else; `nearby` where the page named
 * no recipient.
 */
export function narrowScope(context: Context): Scope {
  const address = context.recipients[0]?.address ?? '';
  return address === '' ? { kind: 'nearby' } : { kind: 'recipient', address };
}

/**
 * The narrowest scope that holds for both: two people of one domain make the domain, anything further
 * apart makes it everywhere. Never narrower than `scope`.
 */
export function widened(scope: Scope, narrow: Scope): Scope {
  if (scope.kind === 'nearby' && narrow.kind === 'nearby') return scope;
  if (scope.kind === 'recipient' && narrow.kind === 'recipient' && scope.address === narrow.address)
    return scope;
  const domain = domainOfScope(scope);
  return domain !== '' && domain === domainOfScope(narrow)
    ? { kind: 'domain', domain }
    : { kind: 'everywhere' };
}

function domainOfScope(scope: Scope): string {
  if (scope.kind === 'domain') return scope.domain.toLowerCase();
  return scope.kind === 'recipient' ? domainOf(scope.address) : '';
}
