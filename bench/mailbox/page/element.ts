type Attributes = Readonly<Record<string, string>>;

/** Makes an element; children are elements or plain text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Lines of text as nodes, with a `<br>` between every two. */
export function lines(text: string): (Node | string)[] {
  return text.split('\n').flatMap((line, index) => (index ? [element('br'), line] : [line]));
}
