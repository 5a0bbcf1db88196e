type Seal = (place: string, bytes: Uint8Array) => Uint8Array;

/**
 * From version 1, which held everything in the clear, to version 2, which seals it. All of it is the
 * one upgrade transaction: killed at any point, version 1 is still there and the next opening begins
 * anew. What is outside the seal and how places are named must mean the same for ever.
 */
export function sealed(_database: IDBDatabase, transaction: IDBTransaction, seal: Seal): void {
  const json = (place: string, value: unknown): Uint8Array =>
    seal(place, new TextEncoder().encode(JSON.stringify(value)));

  const episodes = transaction.objectStore('episodes');
  episodes.deleteIndex('learned');
  episodes.createIndex('learned', 'learned');
  each(episodes, (id, episode) => {
    const { at, standing } = episode as { at?: unknown; standing?: unknown };
    const row = {
      id,
      ...(typeof at === 'number' ? { at } : {}),
      ...(standing ? { learned: 1 } : {}),
    };
    return { ...row, sealed: json(`episodes/${id}`, episode) };
  });
  each(transaction.objectStore('jobs'), (id, job) => ({
    episodeId: id,
    sealed: json(`jobs/${id}`, job),
  }));
  each(transaction.objectStore('vectors'), (key, vector) => {
    const [encoder, episodeId] = key as string[];
    const { values } = vector as { values?: unknown };
    const bytes =
      values instanceof Float32Array
        ? new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
        : new Uint8Array();
    return { encoder, episodeId, sealed: seal(`vectors/${encoder}/${episodeId}`, bytes) };
  });
  const settings = transaction.objectStore('settings');
  each(settings, (name, value) =>
    name === 'settings-aside' && Array.isArray(value)
      ? value.map((one) => json('settings/settings', one))
      : json(`settings/${name}`, value),
  );

  let count = 0;
  const hash = new Uint8Array(16);
  each(
    transaction.objectStore('preferences'),
    (id, preference) => {
      const text = json(`preferences/${id}`, preference);
      count += 1;
      text.slice(-16).forEach((byte, at) => {
        hash[at] = (hash[at] ?? 0) ^ byte;
      });
      return { id, sealed: text };
    },
    () => {
      const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
      const mark = { epoch: Math.min(count, 1), count, hash: hex };
      settings.put(json('settings/mark', mark), 'mark');
    },
  );
}

/** Replaces every record by what `change` makes of it, one after the other; then calls `done`. */
function each(
  store: IDBObjectStore,
  change: (key: IDBValidKey, value: unknown) => unknown,
  done: () => void = () => undefined,
): void {
  const request = store.openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return done();
    cursor.update(change(cursor.primaryKey, cursor.value));
    cursor.continue();
  };
}
