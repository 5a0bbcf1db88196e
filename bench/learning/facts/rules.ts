import { type Kind, kindOf } from '../../../src/learning/facts/fact-kind.ts';
import { surroundingsOf } from '../../../src/learning/facts/fact-surroundings.ts';
import { touches } from '../../../src/learning/facts/fact-touch.ts';
import { spanKinds } from '../../../src/learning/facts/facts.ts';
import type { LabelledEdit, LabelledSpan } from './labelled-edit.ts';

/** A way of telling facts from style: the kinds of an edit's labelled spans, in their order. */
export interface Rule {
  readonly name: string;
  judge(edit: LabelledEdit): readonly Kind[];
}

const always = (name: string, judge: (span: LabelledSpan) => Kind): Rule => ({
  name,
  judge: ({ spans }) => spans.map(judge),
});

/** How much of the draft is shown beside a span. */
const sideLength = 120;

/** What is compared: the product's way first, then by spans that are given, then the trivial ones. */
export const rules: readonly Rule[] = [
  {
    name: 'penchant',
    judge: (edit) => {
      const own = spanKinds(edit);
      return edit.spans.map((labelled) =>
        own.some(({ span, kind }) => kind === 'fact' && touches(span, labelled)) ? 'fact' : 'style',
      );
    },
  },
  {
    name: 'penchant, given the spans',
    judge: (edit) => {
      const around = surroundingsOf(edit);
      return edit.spans.map(({ before, after, at }) => {
        const end = at + before.length;
        const side = {
          lead: edit.draft.slice(Math.max(0, at - sideLength), at),
          tail: edit.draft.slice(end, end + sideLength),
        };
        return kindOf({ before, after, beside: { before: side, after: side } }, around);
      });
    },
  },
  always('a digit or a capital is a fact', ({ before, after }) =>
    /[\p{N}\p{Lu}]/u.test(before + after) ? 'fact' : 'style',
  ),
  always('everything is a fact', () => 'fact'),
  always('everything is style', () => 'style'),
];
