import { findIdentifiers } from './find-identifiers.ts';
import { fold } from './fold.ts';

/** A text with its identifiers gone for good, for what is only looked at; placeholders stay. */
export function redacted(text: string): string {
  let shown = '';
  let at = 0;
  for (const { start, end, kind } of findIdentifiers(fold(text))) {
    if (kind === 'text') continue;
    shown += `${text.slice(at, start)}[${kind}]`;
    at = end;
  }
  return shown + text.slice(at);
}
