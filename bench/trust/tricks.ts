import type { Tab } from '../../scripts/drive/tab.ts';

/** What a page can do so that somebody presses our button without seeing it. */
export const tricks = [
  'opacity around us',
  'opacity by an animation',
  'filter',
  'mask',
  'scaled down',
  'turned away',
  'cut to a spot',
  'zoomed away',
  'moved into a see-through element',
  'opacity on our own element',
  'painted over, clicks let through',
  'painted over but for a hole',
  'popover above, clicks let through',
  'backdrop of a popover above',
] as const;
export type Trick = (typeof tricks)[number];

/** Plays a trick on the page; it stays until the page is loaded again. */
export function play(page: Tab, trick: Trick): Promise<void> {
  return page.evaluate((how) => {
    const around = document.documentElement;
    const host = document.querySelector<HTMLElement>('penchant-panel');
    if (!host) throw new Error('Our element is not there.');
    const { left, top, right, bottom } = host.getBoundingClientRect();
    const rules: Record<string, readonly [string, string]> = {
      'opacity around us': ['opacity', '0.01'],
      filter: ['filter', 'opacity(0.01)'],
      mask: ['mask-image', 'linear-gradient(transparent, transparent)'],
      'scaled down': ['transform', 'scale(0.08)'],
      'turned away': ['transform', 'perspective(900px) rotateY(80deg)'],
      'cut to a spot': [
        'clip-path',
        `circle(4px at ${(left + right) / 2}px ${(top + bottom) / 2}px)`,
      ],
      'zoomed away': ['zoom', '0.1'],
    };
    const rule = rules[how];
    if (rule) around.style.setProperty(rule[0], rule[1], 'important');
    if (how === 'opacity by an animation') {
      around.animate({ opacity: [0.01, 0.01] }, { duration: 1e7, fill: 'forwards' });
    }
    if (how === 'opacity on our own element') {
      // It must not come to a look at this: our own rules win.
      host.style.setProperty('opacity', '0.01', 'important');
      host.animate({ opacity: [0.01, 0.01] }, { duration: 1e7, fill: 'forwards' });
      around.style.setProperty('opacity', '0.3', 'important');
    }
    if (how === 'moved into a see-through element') {
      const box = document.createElement('div');
      box.style.opacity = '0.01';
      document.body.append(box);
      box.append(host);
    }
    const covers: Record<string, string> = {
      'painted over, clicks let through': 'inset: 0',
      'painted over but for a hole': `inset: 0 0 auto 0; height: ${bottom - Math.min((bottom - top) / 2 + 3, 24)}px`,
      'popover above, clicks let through': 'inset: 0; width: 100vw; height: 100vh; margin: 0',
      'backdrop of a popover above': 'inset: auto 0 0 auto; width: 1px; height: 1px',
    };
    const where = covers[how];
    if (where && left < right) {
      const cover = document.createElement('div');
      cover.style.cssText = `position: fixed; ${where}; z-index: 2147483647; background: #fff; pointer-events: none; border: 0; padding: 0`;
      cover.textContent = 'You have won';
      cover.className = 'trap';
      around.append(cover);
      if (how.includes('popover')) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          how.startsWith('backdrop')
            ? '.trap::backdrop { background: #fff; pointer-events: none }'
            : '.trap::backdrop { pointer-events: none }',
        );
        document.adoptedStyleSheets = [sheet];
        cover.popover = 'manual';
        cover.showPopover();
      }
    }
  }, trick);
}
