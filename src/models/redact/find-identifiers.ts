import { cards } from './cards.ts';
import { digitRuns } from './digit-runs.ts';
import { emails } from './emails.ts';
import { ibans } from './ibans.ts';
import { nationalIds } from './national-ids.ts';
import { phones } from './phones.ts';
import { type Kind, placeholders } from './placeholder.ts';
import { secrets } from './secrets.ts';
import { type Finder, type Span, without } from './span.ts';
import { urls } from './urls.ts';

/**
 * In this order: what one kind takes, the next does not see. A placeholder that stood in a text before is
 * somebody's words and hidden too, so that no mail can ask for what another placeholder stands for.
 */
const finders: readonly (readonly [kind: Kind, finder: Finder])[] = [
  ['text', placeholders],
  ['link', urls],
  ['email', emails],
  ['iban', ibans],
  ['card', cards],
  ['secret', secrets],
  ['id', nationalIds],
  ['phone', phones],
  ['number', digitRuns],
];

export interface Found extends Span {
  readonly kind: Kind;
}

/** Every identifier in a folded text, in order and apart. */
export function findIdentifiers(folded: string): Found[] {
  const found: Found[] = [];
  let left = folded;
  for (const [kind, finder] of finders) {
    const spans = finder(left);
    left = without(left, spans);
    for (const span of spans) found.push({ ...span, kind });
  }
  return found.sort((one, other) => one.start - other.start);
}
