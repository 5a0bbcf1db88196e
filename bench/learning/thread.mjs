import { register } from 'tsx/esm/api';

/* Where a thread begins: in Node 20 a thread does not take over what `--import tsx` set up for the rest. */
register();
await import('./thread.ts');
