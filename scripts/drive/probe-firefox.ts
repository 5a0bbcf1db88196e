import type { Page } from 'puppeteer-core';
import { bidiOf } from './bidi.ts';
import { createProbe, type Heard, type PanelProbe } from './panel-probe.ts';

/** The same probe as Chromium's, over WebDriver BiDi. */
export function probeFirefox(page: Page, frameUrl?: string): PanelProbe {
  const frame =
    frameUrl === undefined ? null : page.frames().find((one) => one.url().startsWith(frameUrl));
  if (frame === undefined) throw new Error(`No frame shows ${frameUrl}.`);
  const { connection, context } = bidiOf(page, frame ?? page.mainFrame());
  const target = { context };

  async function panelRoot(): Promise<string | null> {
    const { result } = await connection.send('script.evaluate', {
      expression: 'document.querySelector("penchant-panel")',
      target,
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    return result.result?.value?.shadowRoot?.sharedId ?? null;
  }

  return createProbe({
    listen: async () => {
      const root = await panelRoot();
      if (root === null) return [];
      const { result } = await connection.send('script.callFunction', {
        // `__name` is a helper that the TypeScript runner writes into functions and the page lacks.
        functionDeclaration: `(root) => {
          const __name = (named) => named;
          return JSON.stringify((${heardIn.toString()})(root));
        }`,
        arguments: [{ sharedId: root }],
        target,
        awaitPromise: false,
      });
      const said: unknown = result.result?.value;
      // The function above is ours and answers this.
      return typeof said === 'string' ? (JSON.parse(said) as Heard[]) : [];
    },
    frame: () => page.evaluate(() => new Promise((done) => requestAnimationFrame(done))),
    click: async ({ handle }) => {
      const [x = 0, y = 0] = String(handle).split(',').map(Number);
      // A frame of another site counts from its own corner.
      const holder = await frame?.frameElement();
      const corner = await holder?.boundingBox();
      await page.mouse.click((corner?.x ?? 0) + x, (corner?.y ?? 0) + y);
    },
  });
}

/** Runs in the page, so it must not refer to anything outside itself. */
function heardIn(root: ShadowRoot): Heard[] {
  const roleOf = (element: Element): string => {
    const given = element.getAttribute('role');
    if (given) return given;
    const tag = element.localName;
    return tag === 'textarea' || tag === 'input' ? 'textbox' : tag;
  };
  const nameOf = (element: Element): string => {
    const labels = element instanceof HTMLTextAreaElement ? [...element.labels] : [];
    const label = element.getAttribute('aria-label') ?? labels[0]?.textContent;
    return (label ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
  };
  const seen = [...root.querySelectorAll('button, textarea, input, [role]')].filter(
    (element) => element.getClientRects().length > 0,
  );
  return seen.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
      role: roleOf(element),
      name: nameOf(element),
      value: element instanceof HTMLTextAreaElement ? element.value : '',
      disabled: element.matches(':disabled'),
      focused: root.activeElement === element,
      handle: `${x + width / 2},${y + height / 2}`,
    };
  });
}
