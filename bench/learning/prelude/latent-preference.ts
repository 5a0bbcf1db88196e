import type { DataRecord } from '../data/read-records.ts';
import { type Source, sourceOf, sources } from '../data/sources.ts';
import type { ModelTask } from '../model/options.ts';

/** What PRELUDE's user likes, by source (Gao et al., NeurIPS 2024, arXiv 2404.15269), word for word. */
const latent: Readonly<Record<Source, string>> = {
  news: 'style targeted to young children, storytelling, short sentences, playful language, interactive, positive',
  reddit: 'second person narrative, brief, show emotions, invoke personal reflection, immersive',
  wikipedia: 'bullet points, parallel structure, brief',
  paper_abstract: 'tweet style, simple English, inquisitive, skillful foreshadowing, with emojis',
  movie_review: 'question answering style',
  personal_problem: 'informal, conversational, no closing',
  paper_summary:
    'structured, straight to the points, respectful, professional greeting and closing',
  paper_review: 'casual tone, positive, clear, call to action',
  paper_tweet: 'engaging, personalized, professional tone, thankful closing',
};

/** How the user likes this record written: its own word, else that of its source. Throws a sentence. */
export function latentPreference(record: DataRecord, task: ModelTask): string {
  if (record.preference) return record.preference;
  const source = sourceOf(record.domain, task);
  if (source) return latent[source];
  throw new Error(
    `${record.place}, field preference: is missing, and the domain “${record.domain}” is none of the ` +
      `paper's for ${task} (${sources[task].join(', ')}). Say how the user likes this one written.`,
  );
}

/** Every latent preference of a task in the paper. */
export function latentPreferences(task: ModelTask): readonly string[] {
  return sources[task].map((source) => latent[source]);
}
