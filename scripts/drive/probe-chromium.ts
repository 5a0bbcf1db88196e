import type { CDPSession, Page } from 'playwright-core';
import { createProbe, type Heard, type PanelProbe } from './panel-probe.ts';

/** A probe by way of the accessibility tree, which knows no closed shadow roots. Closes with the page. */
export async function probeChromium(page: Page): Promise<PanelProbe> {
  const session = await page.context().newCDPSession(page);
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
      await page.mouse.click((x + right) / 2, (y + bottom) / 2);
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
