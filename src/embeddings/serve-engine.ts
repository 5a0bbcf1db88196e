import { asFault } from '../learning/fault.ts';
import {
  type EncoderPort,
  type ToEncoder,
  type ToOffscreen,
  toOffscreenSchema,
} from '../protocol/offscreen-port.ts';
import type { EncoderEngine } from './encoder-engine.ts';

/** The offscreen page's side of the port: answers each request with what the engine does. */
export function serveEngine(port: EncoderPort, engine: EncoderEngine): void {
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
  });
  // A worker that died while we were at it gets no answer; a download goes on for the next one.
  const say = (message: ToEncoder) => {
    if (open) port.postMessage(message);
  };
  port.onMessage.addListener((message) => {
    const parsed = toOffscreenSchema.safeParse(message);
    if (parsed.success) void answer(parsed.data, engine, say);
  });
}

async function answer(
  request: ToOffscreen,
  engine: EncoderEngine,
  say: (message: ToEncoder) => void,
): Promise<void> {
  const { id } = request;
  try {
    if (request.type === 'load') {
      say({ to: 'encoder', type: 'loaded', id, model: await engine.load() });
    } else if (request.type === 'fetch') {
      await engine.fetch(
        (loaded, total) => say({ to: 'encoder', type: 'progress', id, loaded, total }),
        (asked) => say({ to: 'encoder', type: 'asked', id, asked }),
      );
      say({ to: 'encoder', type: 'fetched', id });
    } else {
      const vectors = await engine.embed(request.texts);
      say({
        to: 'encoder',
        type: 'embedded',
        id,
        vectors: vectors.map((values) => Array.from(values)),
      });
    }
  } catch (thrown) {
    const { code, detail } = asFault(thrown, 'encoder-failed');
    say({ to: 'encoder', type: 'fault', id, fault: { code, detail } });
  }
}
