import type { Frame, Page } from 'puppeteer-core';

/** A node as BiDi answers it, with its closed shadow root. */
export interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly localName?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}

/** What of BiDi's answers we read. */
interface Answer {
  readonly result?: RemoteNode & { readonly value?: unknown };
  readonly exceptionDetails?: unknown;
  readonly contexts?: readonly { readonly url: string }[];
  /** A picture, as base64. */
  readonly data?: string;
}

/** The protocol below Puppeteer: it sees into a closed shadow root, and waits for nothing. */
interface Bidi {
  send(method: string, params: unknown): Promise<{ readonly result: Answer }>;
}

/** The connection of a page's browser, and the name in it of the page or of one of its frames. */
export function bidiOf(
  page: Page,
  frame: Frame = page.mainFrame(),
): { readonly connection: Bidi; readonly context: string } {
  // Both are public at run time and left out of the published types.
  const { connection } = page.browser() as unknown as { connection: Bidi };
  const { _id: context } = frame as unknown as { _id: string };
  return { connection, context };
}
