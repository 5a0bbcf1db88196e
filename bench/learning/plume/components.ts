import type { DataRecord } from '../data/read-records.ts';
import { type Source, sourceOf, sources } from '../data/sources.ts';
import type { ModelTask } from '../model/options.ts';

/** What PLUME's users like, by source (Aroca-Ouellette et al., ICML 2025, arXiv 2505.23815). */
const published: Readonly<Record<Source, readonly string[]>> = {
  news: [
    'adopt a step-by-step structure',
    'include a simile',
    'use ampersands (&) instead of "and"s',
    "write in the style of a children's book",
  ],
  reddit: [
    'adopt a third person narrative',
    'include rhetorical questions',
    'use ALLCAPS to emphasize certain words',
    'write in the style of a tweet',
  ],
  wikipedia: [
    'adopt a rhyming structure',
    'include modern slang',
    'use semicolons (;) when possible',
    'write in the style of a screenplay',
  ],
  paper_abstract: [
    'adopt a question-answering style structure',
    'include personifications',
    'use archaic language',
    'write in the style of a podcast',
  ],
  movie_review: [
    'adopt a second person narrative',
    'include onomatopoeias',
    'use imagery',
    'write in the style of old timey radio',
  ],
  personal_problem: [
    'be intensely emotional',
    'include alliterations',
    'sign off the email using an epithet',
    'write using a stream-of-consciousness style',
  ],
  paper_summary: [
    'be highly inquisitive',
    'include several long and flowing sentences',
    'use emojis',
    'write using conditional expressions',
  ],
  paper_review: [
    'be sharply critical',
    'include several short and punchy sentences',
    'use parenthetical asides',
    'write using assertive expressions',
  ],
  paper_tweet: [
    'be blatantly sarcastic',
    'include hyperboles',
    'open the email using a movie reference',
    'write using bullet points',
  ],
};

/**
 * The wishes for a record, one by one: its own, divided at `;`, else those of its source. Throws a
 * sentence where there are none.
 */
export function componentsOf(record: DataRecord, task: ModelTask): readonly string[] {
  const own = (record.preference ?? '').split(/;\s+|;$/u).map((wish) => wish.trim());
  if (own.some((wish) => wish !== '')) return own.filter((wish) => wish !== '');
  const source = sourceOf(record.domain, task);
  if (source) return published[source];
  throw new Error(
    `${record.place}, field preference: is missing, and the domain “${record.domain}” is none of the ` +
      `paper's for ${task} (${sources[task].join(', ')}). Say how the user writes, the wishes divided by “;”.`,
  );
}
