import type { Preference, Scope } from '../../learning/types.ts';
import type { Response } from '../../protocol/messages.ts';

/** A scope as it is chosen: a kind from a list, and for some of them a name beside it. */
export type ScopeChoice =
  | 'everywhere'
  | 'recipient'
  | 'domain'
  | 'site'
  | 'new'
  | 'reply'
  | 'forward'
  | 'nearby';

/** The kinds that need a name: an address, a domain or a host. */
export type NamedChoice = Extract<ScopeChoice, 'recipient' | 'domain' | 'site'>;

export const isNamed = (choice: ScopeChoice): choice is NamedChoice =>
  choice === 'recipient' || choice === 'domain' || choice === 'site';

/** What can be chosen for this preference; `nearby` only where there are mails to be near to. */
export function scopeChoices(preference: Preference | null): readonly ScopeChoice[] {
  const always: ScopeChoice[] = [
    'everywhere',
    'recipient',
    'domain',
    'site',
    'new',
    'reply',
    'forward',
  ];
  const hasMails = preference !== null && preference.evidence.length > 0;
  return hasMails || preference?.scope.kind === 'nearby' ? [...always, 'nearby'] : always;
}

/** The kind to show as chosen. */
export function choiceOf(scope: Scope): ScopeChoice {
  if (scope.kind !== 'task') return scope.kind;
  return scope.task === 'unknown' ? 'new' : scope.task;
}

/** The names to begin with: this preference's own, else those of the mail that is being written. */
export function knownNames(
  scope: Scope,
  here: Pick<Response<'here.read'>, 'origin' | 'compose'> | null,
): Readonly<Record<NamedChoice, string>> {
  const recipient =
    scope.kind === 'recipient' ? scope.address : (here?.compose?.recipients[0]?.address ?? '');
  const host = here && URL.canParse(here.origin) ? new URL(here.origin).host : '';
  return {
    recipient,
    domain: scope.kind === 'domain' ? scope.domain : recipient.slice(recipient.indexOf('@') + 1),
    site: scope.kind === 'site' ? scope.site : (here?.compose?.site ?? host),
  };
}

/** The scope that was chosen; `null` while the name beside it is none. */
export function toScope(choice: ScopeChoice, name: string): Scope | null {
  const text = name.trim().toLowerCase();
  switch (choice) {
    case 'everywhere':
    case 'nearby':
      return { kind: choice };
    case 'new':
    case 'reply':
    case 'forward':
      return { kind: 'task', task: choice };
    case 'recipient':
      return /^[^\s@]+@[^\s@]+$/u.test(text) ? { kind: 'recipient', address: text } : null;
    case 'domain': {
      const domain = text.replace(/^@/u, '');
      return isHost(domain) ? { kind: 'domain', domain } : null;
    }
    case 'site': {
      const site = text.replace(/^https?:\/\//u, '').replace(/\/.*$/u, '');
      return isHost(site) ? { kind: 'site', site } : null;
    }
  }
}

function isHost(text: string): boolean {
  return /^[^\s/@*]+$/u.test(text) && text.length <= 253;
}
