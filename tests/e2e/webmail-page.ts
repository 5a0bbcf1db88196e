import type { layer } from '../fixtures/webmail/in-page.ts';
import { bundleWebmail, type PlainPage } from './plain-pages.ts';

/** What a page has on its global in these tests. */
interface PageGlobal {
  webmail: typeof layer;
  compose: NonNullable<ReturnType<ReturnType<typeof layer.adapterFor>['find']>>;
  said: string[];
  edits: ReturnType<typeof layer.watchEdits>;
  watching: AbortController;
  stopping: boolean;
}
export type WebmailWindow = Window & typeof globalThis & PageGlobal;
declare const window: WebmailWindow;

/** The script every fixture begins with: the layer, and the listeners that the stub has. */
export const webmailScript = async (): Promise<string> => `${await bundleWebmail()};
  window.webmail = webmail.layer;
  window.said = [];
  if (!location.pathname.includes('sent')) sessionStorage.clear();
  let watch = null;
  for (const type of ['click', 'keydown', 'submit'])
    addEventListener(type, (event) => watch?.handleEvent(event), true);
  addEventListener('keydown', (event) => {
    if (!window.stopping || event.key !== 'Enter') return;
    event.stopImmediatePropagation();
    document.querySelector('form').remove();
  }, true);
  window.attend = (element) => {
    // A page that is like a known site's says whose; a form can be asked for as one.
    const host = document.querySelector('meta[name="host"]')?.content;
    const hostname = new URLSearchParams(location.search).get('as') ?? host ?? location.hostname;
    window.compose = window.webmail.adapterFor({ hostname }, document).find(element);
    window.watching = new AbortController();
    watch = window.webmail.watchSend(window.compose, {
      signal: window.watching.signal,
      now: () => Date.now(),
      onPending: (text) => said.push('pending'),
      onSent: (text, outcome) => { said.push(outcome + ': ' + text); sessionStorage.setItem('said', JSON.stringify(said)); },
      onDiscarded: () => said.push('discarded'),
    });
  };
`;

/** Watches the compose box around what `selector` finds, in the page or in its frame. */
export const attend = (page: PlainPage, selector: string): Promise<void> =>
  page.evaluate((selector) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe');
    const element =
      document.querySelector(selector) ?? frame?.contentDocument?.querySelector(selector);
    (window as unknown as { attend(element: unknown): void }).attend(element);
    window.compose.editor()?.element.focus();
  }, selector);
