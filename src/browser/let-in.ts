import type { DeclarativeNetRequest } from 'webextension-polyfill';
import { browser } from './extension.ts';

/** The one rule we ever have; a newer one takes its place. */
const id = 1;

/**
 * Makes the browser leave our own origin out of our own requests to this one host and port, so that a
 * server on this machine that answers no extension (Ollama does so by default) answers us. Requests of
 * pages, and of other extensions, stay as they are: the server keeps its guard against those. The rule ends
 * with the browser. Answers whether there is one now; only for this machine, and only where the user allowed
 * us that host.
 */
export async function letIn(address: string): Promise<boolean> {
  const { protocol, hostname, origin } = new URL(address);
  if (protocol !== 'http:' || !['localhost', '127.0.0.1'].includes(hostname)) return false;
  const rule: DeclarativeNetRequest.Rule = {
    id,
    condition: {
      // Anchored at both ends of the origin: no other port, no other host that begins like it.
      urlFilter: `|${origin}/`,
      // Chrome knows us by our id, Firefox by a host made for this profile: both are the host of our pages.
      initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
      resourceTypes: ['xmlhttprequest'],
    },
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'origin', operation: 'set', value: origin }],
    },
  };
  try {
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: [id],
      addRules: [rule],
    });
    return true;
  } catch (thrown) {
    console.warn('The browser takes no rule for this server.', thrown);
    return false;
  }
}
