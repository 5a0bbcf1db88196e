import { createHash } from 'node:crypto';
import type { Span } from '../../../src/learning/edits/spans.ts';
import type { Kind } from '../../../src/learning/facts/fact-kind.ts';
import type { FactEdit } from '../../../src/learning/facts/facts.ts';

/** A changed place and what people say it is. */
export interface LabelledSpan extends Span {
  readonly kind: Kind;
  /** The label as it stands in the data. */
  readonly intent: string;
  /** Where `before` stands in the draft. */
  readonly at: number;
}

/** An edit whose changed places were labelled by people. */
export interface LabelledEdit extends FactEdit {
  readonly half: Half;
  readonly spans: readonly LabelledSpan[];
}

/** `tuned`: looked at while the rules were made. `unseen`: never looked at span by span. */
export type Half = 'tuned' | 'unseen';

/** The half that a document belongs to, with all its edits; decided by its id alone. */
export function halfOf(id: string): Half {
  const [digit = '0'] = createHash('md5').update(id).digest('hex');
  return Number.parseInt(digit, 16) % 2 === 0 ? 'tuned' : 'unseen';
}
