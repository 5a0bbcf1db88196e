/** A style of a shadow tree. */
export interface AddedStyle {
  replace(css: string): void;
  remove(): void;
}

/**
 * Gives a shadow tree a style. In pages of others by an element, because Firefox lets no content script
 * adopt a sheet; in our own pages by a sheet, because their policy lets no such element in.
 */
export function addStyle(root: ShadowRoot, css: string): AddedStyle {
  const { location } = root.ownerDocument;
  if (!/^(?:chrome|moz)-extension:$/.test(location.protocol)) {
    const style = root.ownerDocument.createElement('style');
    style.textContent = css;
    root.append(style);
    return {
      replace: (next) => {
        style.textContent = next;
      },
      remove: () => style.remove(),
    };
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return {
    replace: (next) => sheet.replaceSync(next),
    remove: () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    },
  };
}
