import type { Context } from '../types.ts';

/** A context without anybody in it: what a description says it says to nobody in particular. */
export const nobody: Context = {
  task: 'unknown',
  site: '',
  recipients: [],
  subject: '',
  incoming: null,
  notes: '',
  language: null,
};
