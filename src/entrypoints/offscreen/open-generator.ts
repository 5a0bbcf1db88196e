import {
  createGeneratorHome,
  type GeneratorHome,
  type GeneratorWorker,
} from '../../embeddings/generator-home.ts';
import type { FromGenerator } from '../../protocol/generator-port.ts';
import { packageUrl } from './package-files.ts';

/** How long a model stays in memory after its last word. */
const idleMs = 5 * 60_000;

/** The home of this page's worker with the small language model. */
export function openGeneratorHome(say: (message: FromGenerator) => void): GeneratorHome {
  return createGeneratorHome(openWorker, say, idleMs);
}

/** The part of Trusted Types that is used; TypeScript does not know them. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(asked: string): string },
  ): { createScriptURL(asked: string): string };
}

const address = packageUrl('generator.js');
// Firefox before 148 has none, and takes the address as it is.
const trusted = (Reflect.get(globalThis, 'trustedTypes') as TrustedTypes | undefined)?.createPolicy(
  'penchant-worker',
  // Whatever is asked for, it is this one script of our package.
  { createScriptURL: () => address },
);

function openWorker(): GeneratorWorker {
  const worker = new Worker(trusted?.createScriptURL(address) ?? address, { type: 'module' });
  return {
    postMessage: (message) => worker.postMessage(message),
    listen(hear, fail) {
      worker.addEventListener('message', ({ data }) => hear(data));
      worker.addEventListener('error', ({ message }) => fail(message || 'worker'));
    },
    terminate: () => worker.terminate(),
  };
}
