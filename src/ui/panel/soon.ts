/** One piece of work that is put off, and done once however often it is asked for. */
export interface Soon {
  /** In the next frame. */
  inFrame(): void;
  /** Once it was not asked for any more for half a second, and the browser has nothing better to do. */
  afterPause(): void;
  cancel(): void;
}

/** Longer than between two keys; milliseconds. */
const pauseMs = 500;

/** Puts off `work`; nothing runs while nothing is asked for. */
export function createSoon(work: () => void): Soon {
  let frame = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let cancelled = false;
  const run = (): void => {
    if (!cancelled) work();
  };
  return {
    inFrame() {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        work();
      });
    },
    afterPause() {
      clearTimeout(pause);
      pause = setTimeout(() => requestIdleCallback(run, { timeout: 1_000 }), pauseMs);
    },
    cancel() {
      cancelled = true;
      cancelAnimationFrame(frame);
      clearTimeout(pause);
    },
  };
}
