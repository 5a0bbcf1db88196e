/** The part of the Storage Buckets API that we use; TypeScript does not know it yet. */
interface Buckets {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
}

/**
 * IndexedDB in a storage bucket of its own, which has files of its own (Chrome); `null` in browsers
 * without buckets.
 */
export async function elsewhere(): Promise<IDBFactory | null> {
  const { storageBuckets } = navigator as Navigator & { readonly storageBuckets?: Buckets };
  return storageBuckets ? (await storageBuckets.open('second')).indexedDB : null;
}
