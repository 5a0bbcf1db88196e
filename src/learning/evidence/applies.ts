import type { Context, Preference, Scope } from '../types.ts';
import { domainOf } from './address.ts';

/** What of a context a scope can name. */
export type Place = Pick<Context, 'site' | 'task' | 'recipients'>;

/** How narrow each kind of scope is. */
export const specificities = {
  everywhere: 0,
  site: 1,
  task: 2,
  nearby: 3,
  domain: 4,
  recipient: 5,
} as const satisfies Record<Scope['kind'], number>;

/** How narrow a scope is: 0 for `everywhere`, 5 for one recipient. */
export function specificity(scope: Scope): number {
  return specificities[scope.kind];
}

/**
 * How narrowly this preference is meant for this place (0 to 5, `specificity`), or `null` where its
 * scope does not reach. `nearby` is always `null` here: only `retrieve.ts` knows what is near.
 */
export function appliesTo(preference: Pick<Preference, 'scope'>, place: Place): number | null {
  return covers(preference.scope, place) ? specificity(preference.scope) : null;
}

function covers(scope: Scope, place: Place): boolean {
  switch (scope.kind) {
    case 'everywhere':
      return true;
    case 'site':
      return scope.site === place.site;
    case 'task':
      return scope.task === place.task;
    case 'domain':
      return place.recipients.some(({ address }) => isIn(scope.domain, address));
    case 'recipient':
      return place.recipients.some(({ address }) => same(scope.address, address));
    case 'nearby':
      return false;
  }
}

const same = (one: string, other: string): boolean =>
  one !== '' && one.toLowerCase() === other.toLowerCase();

const isIn = (domain: string, address: string): boolean => same(domain, domainOf(address));
