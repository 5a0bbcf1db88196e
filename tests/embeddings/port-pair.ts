import type { EncoderPort } from '../../src/protocol/offscreen-port.ts';

/** Both ends of a port as the browser makes them: messages travel as JSON and arrive later. */
export function createPortPair() {
  const ends = [end(), end()] as const;
  let open = true;
  const portTo = (near: End, far: End): EncoderPort => ({
    postMessage(message) {
      if (!open) throw new Error('Attempting to use a disconnected port object');
      const text = JSON.stringify(message);
      queueMicrotask(() => {
        for (const hear of far.messages) hear(JSON.parse(text));
      });
    },
    onMessage: { addListener: (listener) => near.messages.push(listener) },
    onDisconnect: { addListener: (listener) => near.ends.push(listener) },
  });
  return {
    background: portTo(ends[0], ends[1]),
    page: portTo(ends[1], ends[0]),
    /** What happens to both when either side goes away. */
    cut() {
      open = false;
      for (const hear of ends.flatMap(({ ends: listeners }) => listeners)) hear();
    },
  };
}

interface End {
  readonly messages: ((message: unknown) => void)[];
  readonly ends: (() => void)[];
}

const end = (): End => ({ messages: [], ends: [] });
