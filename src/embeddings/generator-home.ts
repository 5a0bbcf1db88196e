import {
  type FromGenerator,
  fromGeneratorSchema,
  toGeneratorSchema,
} from '../protocol/generator-port.ts';

/** What we need of a `Worker`. */
export interface GeneratorWorker {
  postMessage(message: unknown): void;
  /** `hear` gets each message; `fail` is called when the worker cannot be started or has died. */
  listen(hear: (message: unknown) => void, fail: (why: string) => void): void;
  terminate(): void;
}

/** Where the one worker with the small language model lives. */
export interface GeneratorHome {
  /** Hands a message from the background to the worker, which is started where there is none. */
  send(message: unknown): void;
  /** Nobody is left to hear: what is being written is given up, what is being downloaded goes on. */
  leave(): void;
}

/**
 * Starts the worker when it is needed and ends it `idleMs` after its last work, because that alone gives the
 * memory of a model back. `say` gets what the worker answers; of a worker that dies it gets a fault for each
 * request that was under way.
 */
export function createGeneratorHome(
  open: () => GeneratorWorker,
  say: (message: FromGenerator) => void,
  idleMs: number,
): GeneratorHome {
  let worker: GeneratorWorker | null = null;
  /** What is under way, and whether somebody must be there to hear of it. */
  const under = new Map<string, 'fetch' | 'write'>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(why: string): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
    const ids = [...under.keys()];
    under.clear();
    const fault = { code: 'model-failed', detail: why } as const;
    for (const id of ids) say({ to: 'background', type: 'fault', id, fault });
  }
  function rest(): void {
    clearTimeout(timer);
    if (worker && under.size === 0) timer = setTimeout(() => end('idle'), idleMs);
  }
  function start(): GeneratorWorker {
    const started = open();
    started.listen(
      (message) => {
        const parsed = fromGeneratorSchema.safeParse(message);
        if (!parsed.success || worker !== started) return;
        const { data } = parsed;
        if (['fetched', 'written', 'fault'].includes(data.type)) under.delete(data.id);
        say(data);
        rest();
      },
      (why) => {
        if (worker === started) end(why);
      },
    );
    return started;
  }

  return {
    send(message) {
      const parsed = toGeneratorSchema.safeParse(message);
      if (!parsed.success) return;
      const { data } = parsed;
      if (data.type === 'release') return end('released');
      if (data.type === 'stop' && !under.has(data.id)) return;
      clearTimeout(timer);
      if (data.type !== 'stop') under.set(data.id, data.type);
      try {
        worker ??= start();
        worker.postMessage(data);
      } catch (thrown) {
        end(thrown instanceof Error ? thrown.message : 'worker');
      }
    },
    leave() {
      for (const [id, what] of under) {
        if (what === 'write') worker?.postMessage({ to: 'generator', type: 'stop', id });
      }
    },
  };
}
