import { createShadowHost } from '../shadow-host.ts';
import { noteTime } from './notes.ts';
import styles from './page-ui.css?inline';

/**
 * Says one sentence and leaves. For when the extension is gone from under us: it needs nothing of the
 * extension any more, neither its texts nor its events.
 */
export function sayLastWord(document: Document, sentence: string): void {
  const host = createShadowHost(document, styles);
  const region = document.createElement('div');
  region.className = 'last-word';
  region.setAttribute('role', 'alert');
  const note = document.createElement('div');
  note.className = 'note';
  note.textContent = sentence;
  host.element.dataset['state'] = 'note';
  host.mount.append(region);
  host.moveTo({ left: 0, top: 0 });
  region.append(note);
  setTimeout(host.leave, 2 * noteTime);
}
