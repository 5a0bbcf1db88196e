import { call } from '../../browser/call.ts';
import { dropHost, hasHost, requestHost } from '../../browser/permissions.ts';
import { sitePattern } from '../../browser/site-pattern.ts';
import { asFault } from '../../learning/fault.ts';
import type { Settings } from '../../protocol/settings.ts';

/**
 * Switches a site on; `false` when the user refuses. Must be called in the turn of their click.
 *
 * The site is noted while the browser still asks: Firefox closes the popup to ask, and then nothing
 * after the answer would run. After a refusal it is taken back.
 */
export async function enableSite(origin: string): Promise<boolean> {
  const [asked, noted] = await Promise.allSettled([
    requestHost(origin),
    call('site.enable', { origin }),
  ]);
  const isAllowed = asked.status === 'fulfilled' && asked.value;
  if (!isAllowed) await call('site.disable', { origin });
  if (asked.status === 'rejected') throw asFault(asked.reason, 'not-allowed');
  if (noted.status === 'rejected') throw noted.reason;
  return isAllowed;
}

/** Switches a site off and gives its host back, unless another site or the writer has the same. */
export async function disableSite(origin: string): Promise<void> {
  await call('site.disable', { origin });
  const { settings } = await call('settings.read', {});
  if (!isStillNeeded(origin, settings)) await dropHost(origin);
}

function isStillNeeded(origin: string, { sites, writer }: Settings): boolean {
  const server = writer.kind === 'openai' ? [writer.baseUrl] : [];
  return [...sites, ...server].map(sitePattern).includes(sitePattern(origin));
}

/** Which of these origins the browser lets us work on. */
export async function allowedSites(origins: readonly string[]): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(origins.map(hasHost));
  return new Set(origins.filter((_, position) => answers[position]));
}
