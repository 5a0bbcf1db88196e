import { browser } from '../../browser/extension.ts';
import { senderKind } from '../../browser/serve.ts';
import { serveEngine } from '../../embeddings/serve-engine.ts';
import { encoderPortName } from '../../protocol/offscreen-port.ts';
import { runEngine } from './run-engine.ts';

const engine = runEngine();

browser.runtime.onConnect.addListener((port) => {
  if (port.name !== encoderPortName) return;
  // Content scripts can open ports too. Only our own background and pages are served.
  if (port.sender && senderKind(port.sender) === 'page') serveEngine(port, engine);
  else port.disconnect();
});
