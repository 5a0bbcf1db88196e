/**
 * A small place for named JSON values beside the database, in another engine of the browser, so that
 * one of the two outlives the other.
 */
export interface Shelf {
  /** Those of the named values that are there; without `names` all of them. */
  read(names?: readonly string[]): Promise<Record<string, unknown>>;
  /** All of them or none. */
  write(values: Record<string, unknown>): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
  /** Empties it so that nothing of it stays on the disk. */
  clear(): Promise<void>;
}

/** One small private file, for the second copy of the key that everything is sealed with. */
export interface KeyFile {
  /** `null` where there is none. */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
}

/** What the store keeps outside the database. */
export interface Beside {
  readonly shelf: Shelf;
  readonly keyFile: KeyFile;
  /**
   * Databases in files of their own, for the day the browser can open none of the usual ones; `null`
   * where the browser has no such thing.
   */
  elsewhere(): Promise<IDBFactory | null>;
}
