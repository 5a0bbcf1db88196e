import type { FaultData } from '../learning/fault.ts';
import type {
  ContextVector,
  EditCost,
  Episode,
  OriginSpan,
  Preference,
  Trace,
} from '../learning/types.ts';
import type { Backup } from '../protocol/backup.ts';
import type { Settings } from '../protocol/settings.ts';
import type { Spending } from '../protocol/spending.ts';
import type { Choice } from './merge-backup.ts';
import type { Taken } from './take-out.ts';

/** A noted edit that is to be learned from. Its id is its episode's: one edit is learned once. */
export interface Job {
  readonly episodeId: string;
  readonly at: number;
  readonly attempts: number;
  /** Not before this time, milliseconds since 1970. */
  readonly notBefore: number;
  /** Why the last attempt failed. */
  readonly fault: FaultData | null;
}

/** What lies in the database: records, and their bytes as they are sealed. */
export type Sizes = Readonly<
  Record<
    'episodes' | 'preferences' | 'jobs' | 'vectors',
    { readonly count: number; readonly bytes: number }
  >
>;

/** What one finished job changes, written in one transaction that also removes the job. */
export interface Learned {
  readonly episode: Episode;
  readonly preferences: readonly Preference[];
}

/**
 * Everything that is kept. Each method is one transaction; rejects with a `Fault`. A record that
 * cannot be read is left where it is and answered as if it were not there; see `damaged`.
 */
export interface Store {
  addEpisode(episode: Episode, vector: ContextVector): Promise<void>;
  episode(id: string): Promise<Episode | undefined>;
  /** Newest first. */
  episodes(limit: number): Promise<readonly Episode[]>;
  /**
   * Replaces what the draft is compared with: what the editor holds after the insertion. Changes
   * nothing once the episode is finished; `not-found` where there is none.
   */
  setBaseline(episodeId: string, baseline: string, trace?: Trace): Promise<void>;
  /** Notes where an inserted draft was left. Changes nothing once the episode is finished. */
  leave(episodeId: string, trace: Trace): Promise<void>;
  /**
   * The newest draft of `site` that was left with this print and is open, or was sent and is still
   * held: that one is opened again in the same transaction, without its job. Looks at the newest 300.
   */
  recall(site: string, print: string, now: number): Promise<Episode | undefined>;
  /**
   * Stores the final text and adds the job in the same transaction. Answers the stored episode; a
   * second call with the same id changes nothing. `sent` and `scheduled` make a job; of a
   * `discarded` draft only that is stored, not its text. `not-found` where there is no such episode.
   * The job of one that is `held` waits so long, in milliseconds; until then `recall` finds it.
   */
  finish(
    episodeId: string,
    final: string,
    outcome: 'sent' | 'scheduled' | 'discarded',
    cost: EditCost,
    now: number,
    held?: {
      readonly print: string;
      readonly holdMs: number;
      readonly origins?: readonly OriginSpan[];
    },
  ): Promise<Episode>;
  /** Oldest first. */
  jobs(): Promise<readonly Job[]>;
  /** Keeps the job for later, with the reason, and counts the attempt. */
  postpone(episodeId: string, notBefore: number, fault: FaultData): Promise<void>;
  /** Removes the job of an episode that is gone; answers `false` while its record is still there. */
  dropJob(episodeId: string): Promise<boolean>;
  /**
   * Writes what was learned and removes the job, in one transaction. Does nothing when the job is
   * gone already. A preference whose stored revision is not the one before is refused with
   * `changed-elsewhere`: the job stays and is learned again from the newer state. A
   * preference that was deleted meanwhile stays deleted; the rest is written.
   */
  complete(learned: Learned): Promise<void>;
  preferences(): Promise<readonly Preference[]>;
  /** Another text after every change of a preference; read without opening any of them. */
  preferencesState(): Promise<string>;
  /** Inserts, or replaces the revision before this one; otherwise `changed-elsewhere`. */
  putPreference(preference: Preference): Promise<void>;
  /** Answers what was there. */
  deletePreference(id: string): Promise<Preference>;
  /** Vectors of one encoder, by episode. */
  vectors(encoder: string): Promise<ReadonlyMap<string, Float32Array>>;
  /** Copies what the last `vectors` read one by one to where it is read together, if it was much. */
  packVectors(encoder: string): Promise<void>;
  /** Ids of episodes that were learned from, or soon will be, and have no vector of this encoder. */
  withoutVector(encoder: string, limit: number): Promise<readonly string[]>;
  putVector(episodeId: string, vector: ContextVector): Promise<void>;
  /** Defaults and a `bad-settings` fault when the record is unreadable; the record is kept aside. */
  settings(): Promise<{ readonly settings: Settings; readonly fault: FaultData | null }>;
  putSettings(settings: Settings): Promise<void>;
  /** The key and the host it belongs to; never leaves the extension's own pages. */
  key(): Promise<{ readonly host: string; readonly key: string } | null>;
  /** An empty key removes the stored one. */
  putKey(host: string, key: string): Promise<void>;
  /** What language models cost in `month`; nothing where that is not the last one that was noted. */
  spending(month: string): Promise<Spending>;
  /** Adds to its month; an earlier month is forgotten. */
  addSpending(more: Spending): Promise<void>;
  /** Ids of the episodes drafted from `from` to `to` (milliseconds since 1970, both in), newest first. */
  episodeIds(range: { readonly from: number; readonly to: number }): Promise<readonly string[]>;
  /** Those of them that are there and can be read, in this order. */
  episodesOf(ids: readonly string[]): Promise<readonly Episode[]>;
  sizes(): Promise<Sizes>;
  /**
   * Makes these episodes evidence of nothing (`retracted`) and takes their jobs away. `erase` also deletes
   * them with their vectors; `leave-out` keeps them, marked. Answers what `putBack` needs.
   */
  takeOut(ids: readonly string[], how: 'erase' | 'leave-out', now: number): Promise<Taken>;
  /**
   * Undoes `takeOut`: all is as it was, but for what was changed since. A preference that was deleted since
   * stays deleted.
   */
  putBack(taken: Taken, now: number): Promise<void>;
  /** Takes the mark off an episode that was left out, and has it learned from by a new job. */
  learnAgain(episodeId: string, now: number): Promise<void>;
  /**
   * Brings in what a backup has and the memory has not, in one transaction: new episodes, and preferences
   * that are new or later than the ones here; what is here stays. Answers how many came in.
   */
  merge(
    backup: Backup,
    choice: Choice,
    now: number,
  ): Promise<{ readonly episodes: number; readonly preferences: number }>;
  /** How many episodes and preferences cannot be read. They are left where they are. */
  damaged(): Promise<number>;
  /**
   * What happened to the memory and was not told yet; `null` when nothing did. `memory-restored` (how
   * many preferences came back), `memory-damaged` (under which name the rest was put aside) or `mails-lost`
   * (how many episodes).
   */
  notice(): Promise<FaultData | null>;
  /** Reads all of the second copy of the preferences, and writes it anew where it is damaged. */
  checkMirror(): Promise<void>;
  /**
   * Deletes everything that was ever stored, with the key that makes it readable; the store is then as
   * after the first start. Once begun it is ended, at the next opening if need be.
   */
  erase(): Promise<void>;
  close(): void;
}
