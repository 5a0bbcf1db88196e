import { canonicalLine } from './canonical-text.ts';

/** One line of an editor, as it is read, and where it stands in the page. */
export interface Line {
  readonly text: string;
  /** First and last node that it is made of; `null` in a textarea, and for the room of a paragraph. */
  readonly first: Node | null;
  readonly last: Node | null;
}

/**
 * Collects lines while an editor is walked through. Breaks between blocks count once, however many
 * blocks end and begin at the same place.
 */
export function createPageLines() {
  const lines: { text: string; first: Node | null; last: Node | null }[] = [];
  let owed = 0;
  let mark = '';
  const open = () => {
    const line: (typeof lines)[number] = { text: '', first: null, last: null };
    lines.push(line);
    return line;
  };
  const put = (text: string, node: Node): void => {
    let line = lines.at(-1) ?? open();
    for (; owed > 0; owed--) line = open();
    const [head = '', ...rest] = (mark + text).split('\n');
    mark = '';
    line.text += head;
    line.first ??= node;
    line.last = node;
    for (const text of rest) {
      line = open();
      line.text = text;
      if (text !== '') line.first = line.last = node;
    }
  };
  return {
    /** Puts text as it is: a `\n` in it is a new line. */
    put,
    /** Puts the text of a node as a page shows it: white space in it is one space, or none. */
    fold(data: string, node: Node): void {
      const line = owed > 0 ? '' : (lines.at(-1)?.text ?? '');
      const folded = data.replace(/[ \t\n\r\f]+/g, ' ');
      const shown = line === '' || /[ \t]$/.test(line) ? folded.replace(/^ /, '') : folded;
      if (shown !== '') put(shown, node);
    },
    /** The next text begins at least `count` lines further down. */
    breaks(count: number): void {
      // The first block of a list item begins on the line of its mark.
      if (lines.length > 0 && mark === '') owed = Math.max(owed, count);
    },
    /** What the next text has before it; a list item's dash or number. */
    mark(text: string): void {
      mark = text;
    },
    lines: (): Line[] => lines.map((line) => ({ ...line, text: canonicalLine(line.text) })),
  };
}
