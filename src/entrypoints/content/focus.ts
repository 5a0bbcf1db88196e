/** The element that is typed into: looks through open shadow roots and frames of this site. */
export function focusedElement(document: Document): Element | null {
  let element = document.activeElement;
  while (element) {
    const inner = element.shadowRoot?.activeElement ?? innerDocument(element)?.activeElement;
    if (!inner) return element;
    element = inner;
  }
  return null;
}

/** The document inside a frame of this site; `null` for any other element and for foreign frames. */
export function innerDocument(element: Element): Document | null {
  return element instanceof HTMLIFrameElement ? element.contentDocument : null;
}
