/** From version 2 to version 3: a place for packs, which are made of what is there whenever they are missing. */
export function packs(database: IDBDatabase): void {
  database.createObjectStore('packs');
}
