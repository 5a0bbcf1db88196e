const name = 'key';

/**
 * One small file of the extension's own (origin private file system): a file that is removed is really
 * gone from the profile, which a record of a deleted database is not.
 */
export const keyFile = {
  /** `null` where there is none. */
  read: async (): Promise<string | null> => {
    try {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
      return await (await handle.getFile()).text();
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return null;
      throw thrown;
    }
  },
  write: async (text: string): Promise<void> => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  },
  remove: async (): Promise<void> => {
    try {
      await (await navigator.storage.getDirectory()).removeEntry(name);
    } catch (thrown) {
      if (!(thrown instanceof DOMException && thrown.name === 'NotFoundError')) throw thrown;
    }
  },
};
