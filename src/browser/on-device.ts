/** The part of the Prompt API that a page of ours uses; TypeScript does not know it yet. */
interface Downloader {
  availability(
    options: Languages,
  ): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  create(
    options: Languages & { monitor(monitor: EventTarget): void },
  ): Promise<{ destroy(): void }>;
}

interface Languages {
  readonly expectedInputs: readonly {
    readonly type: 'text';
    readonly languages: readonly string[];
  }[];
  readonly expectedOutputs: Languages['expectedInputs'];
}

/** Chrome wants a language named; English is the one that every version knows. */
const english: Languages = {
  expectedInputs: [{ type: 'text', languages: ['en'] }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
};

/** How the browser's own model stands; `missing` where the browser knows of none. */
export type OnDeviceState = 'missing' | Awaited<ReturnType<Downloader['availability']>>;

/** Whether the browser knows of a model of its own, be it one that cannot run on this machine. */
export const hasOnDevice = (): boolean => downloader() !== null;

// Its shape is the specification's; what is called otherwise throws, and that is told.
const downloader = (): Downloader | null =>
  (Reflect.get(globalThis, 'LanguageModel') as Downloader | undefined) ?? null;

/** Looks without loading anything. */
export async function onDeviceState(): Promise<OnDeviceState> {
  return (await downloader()?.availability(english)) ?? 'missing';
}

/**
 * Has the browser download its model; `onProgress` is told the part that is here, 0 to 1. Must be called in
 * the turn of a click, before anything is awaited, or the browser refuses. Rejects with what it throws.
 */
export async function downloadOnDevice(onProgress: (part: number) => void): Promise<void> {
  const session = await downloader()?.create({
    ...english,
    monitor: (monitor) =>
      monitor.addEventListener('downloadprogress', (event) => {
        if ('loaded' in event && typeof event.loaded === 'number') onProgress(event.loaded);
      }),
  });
  session?.destroy();
}
