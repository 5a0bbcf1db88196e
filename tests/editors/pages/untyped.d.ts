/* What the pages use of packages that come without types. */

declare module 'react' {
  export function createElement(type: unknown, properties?: object, ...children: unknown[]): object;
  export function useState<State>(first: State): [State, (next: State) => void];
}

declare module 'react-dom/client' {
  export function createRoot(element: HTMLElement): { render(what: object): void };
}

declare module 'draft-js' {
  interface Content {
    getPlainText(between: string): string;
  }
  export class EditorState {
    static createWithContent(content: Content): EditorState;
    getCurrentContent(): Content;
  }
  export const Editor: unknown;
  export function convertFromRaw(raw: object): Content;
}

declare module 'trix';
