import english from '../../public/_locales/en/messages.json' with { type: 'json' };

type Listener<Values extends unknown[]> = (...values: Values) => unknown;

/** An event as the extension API has them, with `emit` for the test. */
export function fakeEvent<Values extends unknown[]>() {
  const listeners = new Set<Listener<Values>>();
  return {
    addListener: (listener: Listener<Values>) => void listeners.add(listener),
    removeListener: (listener: Listener<Values>) => void listeners.delete(listener),
    emit: (...values: Values) => [...listeners].map((listener) => listener(...values)),
    size: () => listeners.size,
  };
}

/** One end of a port, with what was said on it. */
export function fakePort() {
  return {
    said: [] as unknown[],
    disconnected: false,
    onMessage: fakeEvent<[unknown]>(),
    onDisconnect: fakeEvent<[unknown]>(),
    postMessage(message: unknown) {
      this.said.push(message);
    },
    disconnect() {
      this.disconnected = true;
    },
  };
}

/** What of the extension API the content script uses, in memory. */
export function fakeBrowser() {
  const ports: ReturnType<typeof fakePort>[] = [];
  return {
    ports,
    runtime: {
      id: 'penchant' as string | undefined,
      onMessage: fakeEvent<[unknown]>(),
      connect: () => {
        const port = fakePort();
        ports.push(port);
        return port;
      },
    },
    i18n: {
      detected: { isReliable: false, languages: [{ language: 'en', percentage: 40 }] },
      async detectLanguage() {
        return this.detected;
      },
      getUILanguage: () => 'en',
      getMessage: (key: string, values: string[] = []) =>
        (english as Record<string, { message: string }>)[key]?.message.replace(
          /\$(\d)/g,
          (_, position) => values[Number(position) - 1] ?? '',
        ) ?? '',
    },
  };
}
