/** One piece of work that is put off, and done once however often it is asked for. */
export interface Soon {
  /** In the next frame. */
  inFrame(): void;
  /** When the browser has nothing better to do, within a second. */
  whenIdle(): void;
  cancel(): void;
}

/** Puts off `work`; nothing runs while nothing is asked for. */
export function createSoon(work: () => void): Soon {
  let frame = 0;
  let idle = false;
  let cancelled = false;
  return {
    inFrame() {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        work();
      });
    },
    whenIdle() {
      if (idle) return;
      idle = true;
      const run = (): void => {
        idle = false;
        if (!cancelled) work();
      };
      requestIdleCallback(run, { timeout: 1_000 });
    },
    cancel() {
      cancelled = true;
      cancelAnimationFrame(frame);
    },
  };
}
