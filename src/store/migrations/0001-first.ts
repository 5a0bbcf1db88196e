/** From an empty database to version 1. A migration imports nothing: it must mean the same for ever. */
export function first(database: IDBDatabase): void {
  const episodes = database.createObjectStore('episodes', { keyPath: 'id' });
  episodes.createIndex('at', 'at');
  episodes.createIndex('learned', 'standing.kind');
  database.createObjectStore('preferences', { keyPath: 'id' });
  database.createObjectStore('jobs', { keyPath: 'episodeId' });
  const vectors = database.createObjectStore('vectors', { keyPath: ['encoder', 'episodeId'] });
  vectors.createIndex('encoder', 'encoder');
  database.createObjectStore('settings');
}
