import type { Adapter } from '../types.ts';
import { createAdapter } from './create-adapter.ts';
import { incomingFromQuote } from './incoming.ts';
import { roundcubeSite } from './roundcube-site.ts';

/** Roundcube: its compose page shows the message being answered only as a quote. */
export const roundcube: Adapter = createAdapter(roundcubeSite, {
  incoming: (_root, { quote }, recipients) => incomingFromQuote(quote, recipients),
});
