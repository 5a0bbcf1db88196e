import type { Scripting } from 'webextension-polyfill';
import { browser } from './extension.ts';
import { sitePattern, sitePatterns } from './site-pattern.ts';

const stubId = 'stub';

/** Patterns that the manifest itself asks for: none in the store's package, loopback for practice. */
function builtInPatterns(): readonly string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}

/** Whether we run by ourselves on pages of this origin. */
export function isEnabled(origin: string, sites: readonly string[]): boolean {
  return sites.includes(origin) || builtInPatterns().includes(sitePattern(origin));
}

async function granted(patterns: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return patterns.filter((_, position) => answers[position]);
}

/**
 * Makes the registered content script match the sites that are switched on and granted, in every frame
 * of theirs (`stub.ts` leaves those that belong to the page around them), and puts it into their open
 * tabs, which a registration does not reach.
 */
export async function syncSites(sites: readonly string[]): Promise<void> {
  const wanted = [...new Set([...sites.flatMap(sitePatterns), ...builtInPatterns()])];
  const matches = await granted(wanted);
  await register(matches);
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [putInto({ tabId: id, allFrames: true }, ['stub.js'])],
    ),
  );
}

/** Changes the registration where it has to be: a page that loads while there is none would be left alone. */
async function register(matches: readonly string[]): Promise<void> {
  const stub = {
    id: stubId,
    js: ['stub.js'],
    matches: [...matches],
    allFrames: true,
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [stubId] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [stubId] });
  } else if (!registered) {
    await browser.scripting.registerContentScripts([stub]);
  } else await browser.scripting.updateContentScripts([stub]);
}

/** Puts the part that knows compose boxes into one frame; a second time does nothing there. */
export async function putCoreInto(tabId: number, frameId: number): Promise<void> {
  await putInto({ tabId, frameIds: [frameId] }, ['stub.js', 'content.js']);
}

/** Puts the part that draws panels and notes into a frame that has the core. */
export async function putPanelInto(tabId: number, frameId: number): Promise<void> {
  await putInto({ tabId, frameIds: [frameId] }, ['panel.js']);
}

async function putInto(target: Scripting.InjectionTarget, files: string[]): Promise<void> {
  await browser.scripting.executeScript({
    target,
    files,
    injectImmediately: true,
  });
}
