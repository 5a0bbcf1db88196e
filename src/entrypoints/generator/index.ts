import { serveGenerator } from '../../embeddings/serve-generator.ts';
import { runGenerator } from './run-generator.ts';

/*
 * A worker of our own, so that neither the encoder nor Firefox's background stands still while a word is
 * reckoned. Only our page that started it can talk to it.
 */
serveGenerator(
  {
    postMessage: (message) => globalThis.postMessage(message),
    onMessage: {
      addListener: (listener) => addEventListener('message', ({ data }) => listener(data)),
    },
  },
  runGenerator(),
);
