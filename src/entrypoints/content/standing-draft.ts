import { pastedSpans } from '../../learning/gate/pasted-spans.ts';
import type { Trace } from '../../learning/types.ts';
import { letters } from '../../webmail/canonical-text.ts';
import type { Known } from '../../webmail/edit-watch.ts';
import { textPrint } from '../../webmail/text-print.ts';
import type { Compose } from '../../webmail/types.ts';
import type { Ending } from './finisher.ts';
import type { Hands } from './hands.ts';

/** The draft that stands in a compose box, and whose hands changed it since. */
export interface StandingDraft {
  readonly episodeId: string;
  /** As it was put in: what another draft takes the place of. */
  readonly text: string;
  /** What the user's text is compared with. */
  baseline(): string;
  /** The page has built the box or its editor anew. */
  watch(compose: Compose): void;
  /** Where it is left now; `null` where that was said before. */
  newTrace(left: Trace['left']): Trace | null;
  /** Tells it as an ending: one that the user's hands do not explain is never learned from. */
  ending(final: string, outcome: Ending['outcome']): Omit<Ending, 'holdMs' | 'proof'>;
  /** The background has this baseline. */
  stored(baseline: string): void;
  stop(): void;
}

/** What is known of a draft that was found again. */
export interface Found {
  readonly episodeId: string;
  readonly baseline: string;
  readonly isExplained: boolean;
}

/** The longest text the background takes, in UTF-16 units; see `protocol/shapes.ts`. */
const longest = 200_000;
const bounded = (text: string): string => text.slice(0, longest);

interface Start {
  readonly episodeId: string;
  readonly text: string;
  /** What an earlier page knew of it. */
  readonly found?: Found;
  /** Resolves once the page has had its turn after the insertion. */
  readonly settled?: Promise<void>;
}

/** Begins to watch a draft that was just inserted into `compose`, or found in it. */
export function standingDraft(
  compose: Compose,
  watchEdits: Hands['watchEdits'],
  { episodeId, text, found, settled }: Start,
): StandingDraft {
  let watching = new AbortController();
  let edits = watchEdits(compose, watching.signal, {
    ...(settled && { settled }),
    ...(found && { earlier: asFound(found, compose) }),
  });
  let storedBaseline = found?.baseline ?? null;
  let told = '';

  const baseline = (): string => bounded(edits.baseline);
  const explains = (final: string): boolean =>
    letters(final) === letters(baseline()) || (edits.touched && !edits.programmatic);

  return {
    episodeId,
    text,
    baseline,
    watch(next) {
      watching.abort();
      watching = new AbortController();
      edits = watchEdits(next, watching.signal, { earlier: edits });
    },
    newTrace(left) {
      const seen = edits.look();
      const trace: Trace = { print: textPrint(seen), isExplained: explains(seen), left };
      const said = JSON.stringify(trace);
      if (trace.print === '' || said === told) return null;
      told = said;
      return trace;
    },
    ending(text, outcome) {
      const final = bounded(text);
      const counts = outcome !== 'discarded' && explains(final);
      const origins = counts ? pastedSpans(final, baseline(), [...edits.brought]) : [];
      return {
        episodeId,
        final: counts ? final : '',
        outcome: counts ? outcome : 'discarded',
        print: counts ? textPrint(final) : '',
        ...(origins.length > 0 && { origins }),
        baseline: counts && storedBaseline !== baseline() ? baseline() : null,
      };
    },
    stored(baseline) {
      storedBaseline = baseline;
    },
    stop: () => watching.abort(),
  };
}

/** The text is as it was left, so what is known of it then still holds. */
function asFound({ baseline, isExplained }: Found, compose: Compose): Known {
  const seen = compose.read()?.text ?? '';
  return { baseline, touched: true, programmatic: !isExplained, seen, brought: new Set() };
}
