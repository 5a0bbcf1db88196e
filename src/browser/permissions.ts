import { browser } from './extension.ts';
import { sitePattern, sitePatterns } from './site-pattern.ts';

/** Whether the browser lets us work on this origin's host, and in the frames mail is written in there. */
export function hasHost(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [...sitePatterns(origin)] });
}

/**
 * Asks the user, through the browser, for this origin's host, and for those of the frames mail is
 * written in there; `false` when they refuse. Must be called in the turn of their click, before
 * anything is awaited, or the browser refuses by itself.
 */
export function requestHost(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [...sitePatterns(origin)] });
}

/**
 * Asks for the host of a model server, like `requestHost`. Firefox also wants the user's word for it
 * that mail may leave their machine, which it does not when the server runs on it.
 */
export function requestServer(address: string): Promise<boolean> {
  const { hostname } = new URL(address);
  const isRemote = !['localhost', '127.0.0.1'].includes(hostname);
  return browser.permissions.request({
    origins: [sitePattern(address)],
    ...(__BROWSER__ === 'firefox' && isRemote
      ? { data_collection: ['personalCommunications'] }
      : {}),
  });
}

/** Gives hosts back; `false` where the browser keeps one, as it does what the manifest asks for. */
export async function dropHosts(patterns: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [...patterns] });
  } catch {
    // Browsers refuse by an error to give up what the manifest itself requires: then it stays.
    return false;
  }
}
