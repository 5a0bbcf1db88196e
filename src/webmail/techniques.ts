import { insertTextIntoField } from 'text-field-edit';
import type { Target } from './aim.ts';
import { draftHtml } from './draft-html.ts';
import { isFirefox, makesParagraphs, takesSteps } from './editor-traits.ts';
import { paste } from './paste.ts';
import { isElement } from './reading-rules.ts';
import type { EditorRef } from './types.ts';

/** One way of putting a text in place of what is selected. */
export interface Technique {
  readonly name: 'textarea' | 'paste' | 'html' | 'text';
  run(editor: EditorRef, draft: string, target: Target): void | Promise<void>;
}

/** The draft with the line breaks that part it from what stands around it. */
function withRoom(draft: string, { place }: Target): string {
  const after = place.line === null ? '\n\n' : '\n';
  return `${place.blankBefore ? '\n\n' : ''}${draft}${place.blankAfter ? after : ''}`;
}

const textarea: Technique = {
  name: 'textarea',
  run(editor, draft, target) {
    insertTextIntoField(editor.element, withRoom(draft, target));
  },
};

const html: Technique = {
  name: 'html',
  run({ element, document, block }, draft, { place }) {
    // A new paragraph has room above it; a blank one more would be too much.
    const isNew = place.blankBefore && block === 'p' && takesSteps(element);
    const room = isNew ? newParagraph(document) : null;
    const whole = draftHtml(draft, block, isNew ? { ...place, blankBefore: false } : place);
    // Firefox leaves a break of the line that was parted, which gives the last line its height.
    const isParted = place.blankBefore && place.blankAfter && isFirefox();
    const given = isParted ? whole.replace(/<br>(?=<\/\w+>$)/, '') : whole;
    document.execCommand('insertHTML', false, given);
    // Firefox puts the draft before the paragraph that was made for it.
    if (room?.textContent === '') room.remove();
  },
};

/** Parts the line at the caret; the paragraph where the caret is then. */
function newParagraph(document: Document): Element | null {
  document.execCommand('insertParagraph');
  const node = document.getSelection()?.focusNode ?? null;
  return (node && isElement(node) ? node : node?.parentElement)?.closest('p') ?? null;
}

const text: Technique = {
  name: 'text',
  run(editor, draft, target) {
    editor.document.execCommand('insertText', false, withRoom(draft, target));
  },
};

const pasting: Technique = {
  name: 'paste',
  run(editor, draft, target) {
    const { element, block } = editor;
    const isNew = target.place.blankBefore && block === 'p' && makesParagraphs(element);
    const place = isNew ? { ...target.place, blankBefore: false } : target.place;
    const html = draftHtml(draft, block, place);
    return paste(editor, withRoom(draft, { ...target, place }), html, isNew);
  },
};

/**
 * What to try in an editor of this family, best first. HTML is one event and keeps the editor's own
 * way of laying out lines. Editors with a model of their own take a paste, and would undo anything else.
 */
export const techniques: Record<EditorRef['family'], readonly Technique[]> = {
  textarea: [textarea],
  exec: [html, text],
  paste: [pasting, text],
};
