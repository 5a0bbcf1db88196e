import type { Beside } from './beside.ts';
import type { Cipher } from './cipher.ts';
import type { Database } from './schema.ts';

/** An open database with what its records are sealed with; both are new ones after an erasure. */
export interface Room {
  database: Database;
  cipher: Cipher;
  readonly beside: Beside;
}
