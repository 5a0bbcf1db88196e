import type { Kind } from '../../../src/learning/facts/fact-kind.ts';
import type { LabelledEdit } from './labelled-edit.ts';
import type { Rule } from './rules.ts';

/** Between 0 and 1; 0 where there is nothing to divide by. */
export interface ClassFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How well a rule tells the labelled spans apart. */
export interface Score {
  readonly rule: string;
  /** Labelled spans. */
  readonly n: number;
  readonly fact: ClassFigures;
  readonly style: ClassFigures;
  /** For each label of the data, how many of its spans the rule calls what. */
  readonly intents: Readonly<Record<string, Readonly<Record<Kind, number>>>>;
}

/** Counts what a rule says of every labelled span of the edits. */
export function score(rule: Rule, edits: readonly LabelledEdit[]): Score {
  const judged = edits.flatMap((edit) => {
    const said = rule.judge(edit);
    return edit.spans.map(({ kind, intent }, at) => ({ kind, intent, said: said[at] ?? 'style' }));
  });
  const figures = (of: Kind): ClassFigures => {
    const right = judged.filter(({ kind, said }) => kind === of && said === of).length;
    const precision = share(right, judged.filter(({ said }) => said === of).length);
    const recall = share(right, judged.filter(({ kind }) => kind === of).length);
    return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
  };
  const count = (label: string, as: Kind): number =>
    judged.filter(({ intent, said }) => intent === label && said === as).length;
  const labels = [...new Set(judged.map(({ intent }) => intent))].sort();
  return {
    rule: rule.name,
    n: judged.length,
    fact: figures('fact'),
    style: figures('style'),
    intents: Object.fromEntries(
      labels.map((label) => [label, { fact: count(label, 'fact'), style: count(label, 'style') }]),
    ),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
