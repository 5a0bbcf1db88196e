import { asFault, Fault, isPassing } from '../../learning/fault.ts';
import type { Clock } from '../../learning/ports.ts';
import type { Episode } from '../../learning/types.ts';
import type { Job, Learned, Store } from '../../store/types.ts';

/** Works through the noted edits, one at a time. */
export interface LearningQueue {
  /**
   * Learns from everything that is due; resolves when nothing due is left and never rejects. Called
   * while it runs, it looks again before it ends.
   */
  wake(): Promise<void>;
}

export interface QueueDeps {
  readonly store: Pick<Store, 'jobs' | 'episode' | 'complete' | 'postpone' | 'dropJob'>;
  readonly clock: Clock;
  /** With the writer the user chose. */
  learn(episode: Episode): Promise<Learned>;
  /** With what code can count: needs no model, so an edit is learned from whatever happens. */
  learnByCounting(episode: Episode): Promise<Learned>;
  /** After what was learned is on disk. */
  onLearned(learned: Learned): void | Promise<void>;
  /** For each attempt that failed, whether the edit now waits or is learned from by counting. */
  onFault(fault: Fault): void;
  /** Asks to be woken at `atMs` (since 1970), also if the background dies before; replaces the last. */
  schedule(atMs: number): void | Promise<void>;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
/** How long the first, second … failed attempt makes an edit wait; after these, counting must do. */
const backOff: readonly number[] = [30 * second, 2 * minute, 10 * minute, 30 * minute, hour];
const soonest = 30 * second;
/** How often one attempt starts over because the user changed a preference meanwhile. */
const maxRestarts = 5;

/** A queue over the stored jobs; it keeps nothing itself that a killed background could lose. */
export function createLearningQueue(deps: QueueDeps): LearningQueue {
  const { store, clock } = deps;
  let running: Promise<void> | null = null;
  let again = false;

  return {
    wake() {
      again = true;
      // The alarm may just have been used up, and the work at hand can still be killed.
      if (running) void setAlarm();
      running ??= run();
      return running;
    },
  };

  async function run(): Promise<void> {
    try {
      while (again) {
        again = false;
        await workThrough();
      }
    } catch (thrown) {
      // The store itself fails: nothing can be noted in it now, so only the alarm is left.
      deps.onFault(asFault(thrown, 'storage-failed'));
      await setAlarm();
    } finally {
      // In the same turn as the last look at `again`, so that no wake falls in between.
      running = null;
    }
  }

  async function setAlarm(): Promise<void> {
    try {
      await deps.schedule(clock.now() + soonest);
    } catch (thrown) {
      deps.onFault(asFault(thrown, 'storage-failed'));
    }
  }

  async function workThrough(): Promise<void> {
    for (;;) {
      const jobs = await store.jobs();
      const due = jobs.find(({ notBefore }) => notBefore <= clock.now());
      if (due) await learnFrom(due);
      else {
        if (jobs.length > 0) await deps.schedule(Math.min(...jobs.map((job) => job.notBefore)));
        return;
      }
    }
  }

  async function learnFrom(job: Job): Promise<void> {
    // Should we be killed from here on, this is what finds the job again.
    await setAlarm();
    let byCounting = job.attempts > backOff.length;
    for (let restarts = 0; ; restarts += 1) {
      const episode = await store.episode(job.episodeId);
      if (!episode) return letGo(job);
      const attempt = await tryToLearn(episode, byCounting);
      if (!(attempt instanceof Fault)) return deps.onLearned(attempt);
      if (attempt.code === 'changed-elsewhere' && restarts < maxRestarts) continue;
      deps.onFault(attempt);
      const mayWait = passes(attempt) && job.attempts < backOff.length;
      if (mayWait || byCounting) return postpone(job, attempt);
      byCounting = true;
    }
  }

  async function tryToLearn(episode: Episode, byCounting: boolean): Promise<Learned | Fault> {
    try {
      const learned = await (byCounting ? deps.learnByCounting(episode) : deps.learn(episode));
      await store.complete(learned);
      return learned;
    } catch (thrown) {
      // What nobody foresaw was most likely tripped over in the model's answer.
      return asFault(thrown, 'bad-answer');
    }
  }

  async function postpone({ episodeId, attempts }: Job, fault: Fault): Promise<void> {
    const usual = backOff[attempts] ?? hour;
    const wait = Math.min(Math.max(fault.retryAfter ?? usual, soonest), hour);
    await store.postpone(episodeId, clock.now() + wait, fault);
  }

  async function letGo(job: Job): Promise<void> {
    if (await store.dropJob(job.episodeId)) return;
    const fault = new Fault('storage-failed', `episode ${job.episodeId} cannot be read`);
    deps.onFault(fault);
    await postpone(job, fault);
  }
}

/** Whether waiting may help: the network's troubles, the disk's, and a user who is just editing. */
function passes(fault: Fault): boolean {
  return (
    isPassing(fault) || ['changed-elsewhere', 'storage-full', 'storage-failed'].includes(fault.code)
  );
}
