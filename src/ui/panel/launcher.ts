import { t } from '../../browser/text.ts';

/** The one button that shows before a panel is opened, made by hand: no library is there yet. */
export function createLauncher(
  document: Document,
  hands: { readonly onPress: () => void; readonly onNear: () => void },
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launcher';
  button.title = t('panel_open');
  button.setAttribute('aria-label', button.title);
  button.append(pen(document));
  // The editor keeps focus and caret while the launcher is pressed.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', hands.onPress);
  // The hand is on its way, or the focus is there: a press may come next.
  button.addEventListener('pointerenter', hands.onNear);
  button.addEventListener('focus', hands.onNear);
  return button;
}

function pen(document: Document): SVGElement {
  const element = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const picture = element('svg', {
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    'aria-hidden': 'true',
  });
  picture.append(
    element('path', {
      d: 'M2.5 13.5 3.3 10.4 10.6 3.1a1.4 1.4 0 0 1 2 0l.3.3a1.4 1.4 0 0 1 0 2L5.6 12.7Z M9.4 4.3l2.3 2.3',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '1.3',
      'stroke-linejoin': 'round',
    }),
  );
  return picture;
}
