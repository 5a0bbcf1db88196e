import { call } from '../../browser/call.ts';
import { exportMarkdown } from '../../learning/telling/export-markdown.ts';
import { preferencePairs } from '../../learning/telling/export-pairs.ts';
import { writeBackup } from '../../protocol/write-backup.ts';
import { allEpisodes } from '../all-episodes.ts';

/** Told the share of the mails that were read, from 0 to 1. */
type OnShare = (share: number) => void;

/** All that was learned and chosen, but for the key, as one JSON file; see `backupSchema`. */
export async function makeBackup(onShare: OnShare): Promise<Blob> {
  const { settings, preferences, waiting, spending } = await call('memory.rest', {});
  const rest = {
    settings,
    preferences: [...preferences],
    waiting: [...waiting],
    spending,
    madeAt: Date.now(),
  };
  return collected(writeBackup(rest, allEpisodes(onShare)), 'application/json');
}

/** The preferences as a document for people. */
export async function makeMarkdown(): Promise<Blob> {
  const { preferences } = await call('memory.rest', {});
  return new Blob([exportMarkdown(preferences)], { type: 'text/markdown' });
}

/** Drafts and what was made of them, as lines of JSON that trainers read. */
export async function makePairs(onShare: OnShare): Promise<Blob> {
  async function* pieces(): AsyncGenerator<string> {
    for await (const episodes of allEpisodes(onShare)) yield preferencePairs(episodes);
  }
  return collected(pieces(), 'application/jsonl');
}

async function collected(pieces: AsyncIterable<string>, type: string): Promise<Blob> {
  const blobs: Blob[] = [];
  // A blob each, so that the text itself need not be held.
  for await (const piece of pieces) blobs.push(new Blob([piece]));
  return new Blob(blobs, { type });
}
