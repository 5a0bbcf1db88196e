import { Fault } from '../learning/fault.ts';
import {
  type EncoderPort,
  type ToEncoder,
  type ToOffscreen,
  toEncoderSchema,
} from '../protocol/offscreen-port.ts';
import type { EncoderEngine } from './encoder-engine.ts';

export interface RemoteEngineDeps {
  /** Opens the page with the engine where it is not open yet, and a port to it. */
  readonly connect: () => Promise<EncoderPort>;
  /** Closes that page. */
  readonly close: () => Promise<void>;
  /** How long a request may stay without a sign of life, in milliseconds. */
  readonly patienceMs: number;
}

type Question =
  | { readonly type: 'load' | 'fetch' }
  | { readonly type: 'embed'; readonly texts: string[] };

/** The background's side of the port: an engine whose work is done in the offscreen page. */
export function createRemoteEngine(deps: RemoteEngineDeps): EncoderEngine {
  const waiting = new Map<number, (message: ToEncoder) => void>();
  let connecting: Promise<EncoderPort> | null = null;
  let lastId = 0;

  function forgetPort(): void {
    connecting = null;
    const fault = { code: 'encoder-failed', detail: 'closed' } as const;
    for (const [id, hear] of waiting) hear({ to: 'encoder', type: 'fault', id, fault });
  }

  async function open(): Promise<EncoderPort> {
    const port = await deps.connect();
    port.onMessage.addListener((message) => {
      const parsed = toEncoderSchema.safeParse(message);
      if (parsed.success) waiting.get(parsed.data.id)?.(parsed.data);
    });
    port.onDisconnect.addListener(forgetPort);
    return port;
  }

  async function ask(
    question: Question,
    ...[onProgress, onRequest]: Partial<Parameters<EncoderEngine['fetch']>>
  ): Promise<Exclude<ToEncoder, { type: 'progress' | 'asked' | 'fault' }>> {
    connecting ??= open();
    const port = await connecting.catch((thrown) => {
      connecting = null;
      throw new Fault('encoder-failed', 'offscreen', { cause: thrown });
    });
    lastId += 1;
    const id = lastId;
    const message: ToOffscreen = { to: 'offscreen', id, ...question };
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise((resolve, reject) => {
        const wait = () => {
          clearTimeout(timer);
          timer = setTimeout(() => reject(new Fault('encoder-failed', 'silent')), deps.patienceMs);
        };
        waiting.set(id, (heard) => {
          if (heard.type === 'progress') {
            wait();
            onProgress?.(heard.loaded, heard.total);
          } else if (heard.type === 'asked') {
            wait();
            onRequest?.(heard.asked);
          } else if (heard.type === 'fault') {
            reject(new Fault(heard.fault.code, heard.fault.detail));
          } else resolve(heard);
        });
        wait();
        port.postMessage(message);
      });
    } finally {
      clearTimeout(timer);
      waiting.delete(id);
    }
  }

  return {
    async load() {
      const answer = await ask({ type: 'load' });
      return answer.type === 'loaded' ? answer.model : 'absent';
    },
    async fetch(...told) {
      await ask({ type: 'fetch' }, ...told);
    },
    async embed(texts) {
      const answer = await ask({ type: 'embed', texts: [...texts] });
      if (answer.type !== 'embedded' || answer.vectors.length !== texts.length) {
        throw new Fault('encoder-failed', 'answer');
      }
      return answer.vectors.map((values) => Float32Array.from(values));
    },
    async release() {
      await deps.close();
      forgetPort();
    },
  };
}
