import type { CDPSession, Page } from 'playwright-core';
import { createProbe, type Heard, type PanelProbe } from './panel-probe.ts';

/**
 * A probe by way of the accessibility tree, which knows no closed shadow roots; of the page, or of the
 * frame whose address begins with `frameUrl`. Closes with the page.
 */
export async function probeChromium(page: Page, frameUrl?: string): Promise<PanelProbe> {
  const frame =
    frameUrl === undefined ? null : page.frames().find((one) => one.url().startsWith(frameUrl));
  if (frame === undefined) throw new Error(`No frame shows ${frameUrl}.`);
  const session = await page.context().newCDPSession(frame ?? page);
  await session.send('Accessibility.enable');
  await session.send('DOM.enable');
  return createProbe({
    listen: () => listen(session),
    frame: () => page.evaluate(() => new Promise((done) => requestAnimationFrame(done))),
    async click({ handle }) {
      const backendNodeId = Number(handle);
      await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
      const [x = 0, y = 0, , , right = 0, bottom = 0] = model.border;
      // A frame of another site counts from its own corner.
      const corner = frame ? await (await frame.frameElement()).boundingBox() : null;
      const [left, top] = [corner?.x ?? 0, corner?.y ?? 0];
      await page.mouse.click(left + (x + right) / 2, top + (y + bottom) / 2);
    },
  });
}

async function listen(session: CDPSession): Promise<Heard[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.flatMap((node) => {
    const property = (name: string): boolean =>
      node.properties?.some((one) => one.name === name && one.value.value === true) ?? false;
    if (node.ignored || node.backendDOMNodeId === undefined) return [];
    return [
      {
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        value: String(node.value?.value ?? ''),
        disabled: property('disabled'),
        focused: property('focused'),
        handle: node.backendDOMNodeId,
      },
    ];
  });
}
