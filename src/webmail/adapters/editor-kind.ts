import { hasModel } from '../editor-traits.ts';
import { hasTightParagraphs } from '../reading-rules.ts';
import type { EditorRef } from '../types.ts';

/** How an editor that no site data describes takes text, from what it is made of. */
export function editorKind(field: HTMLElement): Pick<EditorRef, 'family' | 'block'> {
  const hasParagraphs = field.matches('.mce-content-body') || field.querySelector(':scope > p');
  return {
    family: hasModel(field) ? 'paste' : 'exec',
    // Paragraphs without room around them are lines.
    block: hasParagraphs && !hasTightParagraphs(field) ? 'p' : 'div',
  };
}
