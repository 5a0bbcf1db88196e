import type { Adapter } from '../types.ts';
import { createAdapter } from './create-adapter.ts';
import { practiceSite } from './practice-site.ts';

/** The practice mailbox of `npm start`. */
export const practice: Adapter = createAdapter(practiceSite);
