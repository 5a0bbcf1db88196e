import '../../ui/tokens.css';
import '../../ui/page.css';
import { askFirst } from '../../ui/preferences/ask-first.ts';

// Asked before what draws is read at all: the answer is here by then.
const asked = askFirst();
// Whoever shows it tells why it failed.
asked.catch(() => undefined);
void import('./show.tsx').then(({ show }) => show(asked));
