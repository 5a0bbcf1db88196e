/** A page in a driven browser, as far as a simulated user needs it: the same for both browsers. */
export interface Tab {
  goto(url: string): Promise<void>;
  url(): string;
  /** Runs `fn` in the page; it must not refer to anything outside itself. */
  evaluate<Answer, Argument>(
    fn: (argument: Argument) => Answer,
    argument: Argument,
  ): Promise<Awaited<Answer>>;
  /** Waits until `fn` answers something true; rejects after `timeoutMs` (default 15 s). */
  until<Argument>(
    fn: (argument: Argument) => unknown,
    argument: Argument,
    timeoutMs?: number,
  ): Promise<void>;
  /** A real key press, such as `Enter`, `Control+Enter` or `ArrowRight`. */
  press(key: string): Promise<void>;
  /** Real key presses, one a character. */
  type(text: string): Promise<void>;
  clickAt(x: number, y: number): Promise<void>;
  /** A real click in the middle of the first element that matches, once there is one. */
  click(selector: string): Promise<void>;
  front(): Promise<void>;
  close(): Promise<void>;
}

/** What a page or the background did that a person would not see. */
export interface Noticed {
  readonly kind: 'console' | 'dialog' | 'error' | 'request';
  /** What was said, or which address was asked for. */
  readonly text: string;
}

/** An element of a page. */
export interface Made {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A browser with the extension loaded. */
export interface Driven {
  readonly name: 'chromium' | 'firefox';
  /** Tells of all tabs from now on; dialogs are dismissed. In Chromium of the background too. */
  watch(listener: (noticed: Noticed) => void): void;
  /** Every element of a tab, those in closed shadow trees included. */
  elements(tab: Tab): Promise<readonly Made[]>;
  open(url: string): Promise<Tab>;
  /** A tab with one of the extension's own pages, such as `options.html`. */
  openOurs(page: string): Promise<Tab>;
  /**
   * A probe that sees into our panel's closed shadow root on a tab of this browser; in the frame of
   * another site whose address begins with `frameUrl`, where one is given.
   */
  probe(tab: Tab, frameUrl?: string): Promise<import('./panel-probe.ts').PanelProbe>;
  close(): Promise<void>;
}
