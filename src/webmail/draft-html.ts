import type { Place } from './choose-place.ts';
import type { EditorRef } from './types.ts';

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** One line as HTML: nothing in it is markup, and none of its spaces are folded. */
function htmlLine(line: string): string {
  return line
    .replace(/[&<>"]/g, (character) => escaped[character] ?? character)
    .replace(/\t/g, '\u00a0\u00a0\u00a0\u00a0')
    .replace(/^ | (?= )| $/g, '\u00a0');
}

/** The draft as HTML in the way this editor writes lines itself. */
export function draftHtml(text: string, block: EditorRef['block'], place: Place): string {
  const lines = text.split('\n').map(htmlLine);
  if (block === 'br') {
    const before = place.blankBefore ? '<br><br>' : '';
    return `${before}${lines.join('<br>')}${place.blankAfter ? '<br><br>' : ''}`;
  }
  const blank = `<${block}><br></${block}>`;
  const blocks =
    block === 'div'
      ? lines.map((line) => (line === '' ? blank : `<div>${line}</div>`))
      : // A paragraph has room around it: the lines of one are kept together.
        lines
          .join('\n')
          .split(/\n{2,}/)
          .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`);
  return [place.blankBefore ? blank : '', ...blocks, place.blankAfter ? blank : ''].join('');
}
