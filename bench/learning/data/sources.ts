import type { ModelTask } from '../model/options.ts';

/** The kinds of text that PRELUDE (arXiv 2404.15269) and PLUME (arXiv 2505.23815) take their contexts from. */
export const sources = {
  summarization: ['news', 'reddit', 'wikipedia', 'paper_abstract', 'movie_review'],
  email: ['personal_problem', 'paper_summary', 'paper_review', 'paper_tweet'],
} as const;

export type Source = (typeof sources)[ModelTask][number];

/** Other names for the sources: those of the papers' code, of their data sets and of open stand-ins. */
const otherNames: Readonly<Record<ModelTask, Readonly<Record<string, Source>>>> = {
  summarization: {
    cnn_dailymail: 'news',
    news_article: 'news',
    wikinews_article: 'news',
    slf5k: 'reddit',
    reddit_personal_post: 'reddit',
    wikipedia_page: 'wikipedia',
    wikipedia_section: 'wikipedia',
    wikipedia_or_wikinews: 'wikipedia',
    'CShorten/ML-ArXiv-Papers': 'paper_abstract',
    arxiv_abstract: 'paper_abstract',
    imdb: 'movie_review',
  },
  email: {
    slf5k: 'personal_problem',
    reddit_personal_post: 'personal_problem',
    ccby: 'paper_summary',
    paper_abstract_highlights: 'paper_summary',
    ampere: 'paper_review',
    peer_review: 'paper_review',
    paper_abstract_tldr: 'paper_tweet',
  },
};

/** Which of the papers' sources a domain is for this task; `null` for any other domain. */
export function sourceOf(domain: string, task: ModelTask): Source | null {
  const named = sources[task].find((source) => source === domain);
  if (named) return named;
  return Object.hasOwn(otherNames[task], domain) ? (otherNames[task][domain] ?? null) : null;
}
