import type { Part } from '../types.ts';
import { findEditor } from './find-editor.ts';
import type { SiteData } from './site-data.ts';

/** The parts that the data says a compose box has, and that `root` has not: the page was changed. */
export function missingParts(
  data: Pick<SiteData, 'editors' | 'send'>,
  root: HTMLElement,
): readonly Part[] {
  const missing: Part[] = [];
  if (!findEditor(root, data.editors)) missing.push('editor');
  if (data.send.length > 0 && !root.querySelector(data.send.join(','))) missing.push('send');
  return missing;
}
