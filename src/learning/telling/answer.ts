import { domainOf } from '../evidence/address.ts';
import { changes } from '../evidence/changes.ts';
import { narrowScope } from '../evidence/widen.ts';
import { Fault } from '../fault.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Context, Preference, Scope } from '../types.ts';
import type { Question } from './question.ts';

/** What the user chose, and for whom: the person they are writing to, or everybody of that domain. */
export interface Answer {
  readonly preferenceId: string;
  readonly holdsFor: 'recipient' | 'domain';
}

/**
 * The preferences that an answer changes, ready to be stored. The chosen one becomes the user's own word
 * for that person or domain; one that was learned with others too stays for them, and gets a new one of
 * the user's beside it. The other options that were learned with these people alone are superseded. A
 * public mail provider is nobody's domain: there the answer holds for the person. Throws `not-found`
 * where the choice is no option of the question or is gone.
 */
export function answered(
  question: Question,
  { preferenceId, holdsFor }: Answer,
  preferences: readonly Preference[],
  context: Context,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): readonly Preference[] {
  const asked = new Set(question.options.map((option) => option.preferenceId));
  const chosen = preferences.find(({ id }) => id === preferenceId);
  const address = context.recipients[0]?.address ?? '';
  if (!chosen || !asked.has(preferenceId) || address === '') throw new Fault('not-found');
  const scope: Scope =
    holdsFor === 'domain' ? narrowScope(context) : { kind: 'recipient', address };
  const beside = isOnlyOf(chosen, scope) ? [] : [{ ...chosen, id: ids.next(), evidence: [] }];
  const own = beside[0]?.id ?? chosen.id;
  const after = [...preferences, ...beside].map((preference): Preference => {
    if (preference.id === own) return { ...preference, scope, origin: 'user', status: 'active' };
    const lost =
      asked.has(preference.id) &&
      preference.id !== chosen.id &&
      preference.origin === 'learned' &&
      isOnlyOf(preference, scope);
    return lost ? { ...preference, status: 'superseded' } : preference;
  });
  return changes(preferences, after, clock.now()).map((preference) =>
    // The user's own word needs no evidence.
    preference.id === own ? { ...preference, confidence: 1 } : preference,
  );
}

/** Whether a preference was shown by mails to these people alone. */
function isOnlyOf({ evidence }: Preference, scope: Scope): boolean {
  return evidence
    .filter(({ says }) => says === 'supports' || says === 'confirms')
    .every(({ recipient }) =>
      scope.kind === 'domain'
        ? domainOf(recipient) === scope.domain.toLowerCase()
        : scope.kind === 'recipient' && recipient.toLowerCase() === scope.address.toLowerCase(),
    );
}
