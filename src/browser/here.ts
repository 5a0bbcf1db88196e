import type { Tabs } from 'webextension-polyfill';
import type { ToTab } from '../protocol/draft-port.ts';
import type { Response } from '../protocol/messages.ts';
import { browser } from './extension.ts';

type Compose = Response<'here.read'>['compose'];

/** The tab the user is looking at; where that is one of our own pages, the one they came from. */
async function lookedAt(): Promise<Tabs.Tab | undefined> {
  const ours = browser.runtime.getURL('');
  const tabs = await browser.tabs.query({ lastFocusedWindow: true });
  return tabs
    .filter((tab) => !tab.url?.startsWith(ours))
    .sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
}

/** That tab, where we may run in it; `null` on the browser's own pages. */
export async function tabHere(): Promise<number | null> {
  const tab = await lookedAt();
  return tab?.id !== undefined && tab.url?.startsWith('http') ? tab.id : null;
}

/** Origin of that tab and its compose box; an empty origin where we may not run. */
export async function here(): Promise<{ origin: string; compose: Compose }> {
  const tab = await lookedAt();
  if (tab?.id === undefined || !tab.url?.startsWith('http')) return { origin: '', compose: null };
  return { origin: new URL(tab.url).origin, compose: await composeIn(tab.id) };
}

async function composeIn(tabId: number): Promise<Compose> {
  const question: ToTab = { to: 'tab', type: 'describe-compose' };
  const frameId = await frameOfCaret(tabId);
  try {
    return (await browser.tabs.sendMessage<ToTab, Compose>(tabId, question, { frameId })) ?? null;
  } catch {
    // Nobody listens: no compose box had the focus in this tab yet, so there is none to describe.
    return null;
  }
}

/**
 * The frame of this tab, of those we run in, whose text field last got the focus; the page itself where
 * none is known. For a frame of the page's own site the page speaks (`stub.ts`).
 */
export async function frameOfCaret(tabId: number): Promise<number> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => globalThis.penchantHook?.focusedAt ?? 0,
    });
    const times = frames.map(({ frameId, result }) => ({ frameId, at: Number(result) || 0 }));
    return times.reduce((last, frame) => (frame.at > last.at ? frame : last), { frameId: 0, at: 0 })
      .frameId;
  } catch {
    // We may not run in this tab, or only in a part of it.
    return 0;
  }
}
