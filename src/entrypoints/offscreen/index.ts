import { browser } from '../../browser/extension.ts';
import { senderKind } from '../../browser/serve.ts';
import { createLazyEngine } from '../../embeddings/lazy-engine.ts';
import { serveEngine } from '../../embeddings/serve-engine.ts';
import { generatorPortName } from '../../protocol/generator-port.ts';
import { encoderPortName } from '../../protocol/offscreen-port.ts';
import { openGeneratorHome } from './open-generator.ts';

const engine = createLazyEngine(async () => (await import('./run-engine.ts')).runEngine());

/** The background's port; a new one each time its worker is started anew. */
let background: { postMessage(message: unknown): void } | null = null;
const home = openGeneratorHome((message) => background?.postMessage(message));

browser.runtime.onConnect.addListener((port) => {
  if (port.name !== encoderPortName && port.name !== generatorPortName) return;
  // Content scripts can open ports too. Only our own background and pages are served.
  if (!port.sender || senderKind(port.sender) !== 'page') {
    port.disconnect();
    return;
  }
  if (port.name === encoderPortName) {
    serveEngine(port, engine);
    return;
  }
  background = port;
  port.onMessage.addListener((message: unknown) => home.send(message));
  port.onDisconnect.addListener(() => {
    if (background !== port) return;
    background = null;
    home.leave();
  });
});
