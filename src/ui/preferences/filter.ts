import type { Facet, Preference, Scope } from '../../learning/types.ts';

/** Which preferences to show; `null`: all. */
export interface Filter {
  readonly facet: Facet | null;
  readonly scope: Scope['kind'] | null;
}

export const everything: Filter = { facet: null, scope: null };

/** Where a preference can hold, the widest first. */
export const scopeKinds: readonly Scope['kind'][] = [
  'everywhere',
  'site',
  'task',
  'domain',
  'recipient',
  'nearby',
];

/** Whether anything is left out at all. */
export const isFiltering = ({ facet, scope }: Filter): boolean => facet !== null || scope !== null;

/** Whether a preference is to be shown. */
export const passes = ({ facet, scope }: Preference, filter: Filter): boolean =>
  (filter.facet ?? facet) === facet && (filter.scope ?? scope.kind) === scope.kind;
