/** The text of an editor as its writer reads it: one line a block, quoted lines marked with `> `. */
export function readText(root: Node): string {
  return textLines(root).join('\n').trimEnd();
}

/** The same for the user's own lines only: what stands above signature and quote. */
export function ownText(editor: Element): string {
  if (editor instanceof HTMLTextAreaElement) return beforeSignature(editor.value);
  const range = document.createRange();
  range.selectNodeContents(editor);
  const end = editor.querySelector('.signature, blockquote[data-quote]');
  if (end) range.setEndBefore(end);
  return readText(range.cloneContents());
}

const beforeSignature = (text: string): string => (text.split(/^-- $/m, 1)[0] ?? '').trimEnd();

function textLines(root: Node): string[] {
  const lines: string[] = [];
  // The line that is being filled; null while the last one is finished, so that a <br> at the end
  // of a block does not count twice.
  let line: string | null = null;
  const finish = () => {
    if (line !== null) lines.push(line);
    line = null;
  };
  for (const node of root.childNodes) {
    if (node instanceof Text) line = (line ?? '') + node.data;
    else if (node instanceof HTMLBRElement) {
      line ??= '';
      finish();
    } else if (node instanceof HTMLElement) {
      const inner = textLines(node);
      if (!isBlock(node)) {
        inner.forEach((text, index) => {
          if (index) finish();
          line = (line ?? '') + text;
        });
        continue;
      }
      finish();
      lines.push(...(node.matches('blockquote') ? inner.map(quoted) : inner));
    }
  }
  finish();
  return lines;
}

const isBlock = (node: HTMLElement): boolean => node.matches('div, p, ul, ol, li, blockquote, pre');

const quoted = (line: string): string => (line ? `> ${line}` : '>');
