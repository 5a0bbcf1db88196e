import { box, ready, startText } from './page.ts';

const field = box('textarea');
if (!(field instanceof HTMLTextAreaElement)) throw new Error('No text field.');
field.value = startText;
field.setSelectionRange(0, 0);
ready(field, () => field.value);
