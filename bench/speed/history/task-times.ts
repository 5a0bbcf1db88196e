import type { Page } from 'playwright-core';

/** How long the tasks of pages' main threads took while something was done, in milliseconds. */
export interface TaskTimes {
  /** The longest by the clock, and the longest by the time it had the processor. */
  readonly longest: { readonly wall: number; readonly processor: number };
  readonly tasks: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Traces the browser while `work` runs. On a busy machine a task is long by the clock because others had
 * the processor; `processor` is what it took itself.
 */
export async function taskTimes(page: Page, work: () => Promise<void>): Promise<TaskTimes> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  // The protocol leaves the shape of an event open; these are the fields of Chromium's own format.
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as never as TraceEvent[])),
  );
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['__metadata', 'disabled-by-default-devtools.timeline'],
      excludedCategories: ['*'],
    },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && mains.has(`${pid} ${tid}`),
  );
  const longest = (of: (event: TraceEvent) => number | undefined): number =>
    Math.max(0, ...tasks.map((event) => of(event) ?? 0)) / 1_000;
  return {
    longest: {
      wall: longest(({ dur }) => dur),
      processor: longest(({ dur, tdur }) => tdur ?? dur),
    },
    tasks: tasks.length,
  };
}
