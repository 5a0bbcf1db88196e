import type { EditorRef, Intent } from '../types.ts';

/** A key that means something in a compose box; `mod` is Ctrl, or Command on a Mac. */
export interface Shortcut {
  readonly intent: NonNullable<Intent>;
  /** As in `KeyboardEvent.key`, in lower case. */
  readonly key: string;
  readonly mod?: true;
  readonly shift?: true;
  readonly alt?: true;
}

/**
 * An element and what of it says something: an attribute, or `null` for its text. An empty selector is
 * the element that is asked; `after` is left out at the beginning of what it says.
 */
export interface Source {
  readonly selector: string;
  readonly attribute: string | null;
  readonly after?: string;
}

/**
 * What is known of one webmail, as data. Every selector is language-free: labels are translated. An
 * empty selector stands for "it has none". Write down beside each where it was seen and when.
 */
export interface SiteData {
  readonly id: string;
  /** Host names of its pages; empty for one that people host themselves. */
  readonly hosts: readonly string[];
  /** What only its compose pages have; how a self-hosted one is told. */
  readonly mark: string;
  /**
   * The compose box, found upwards from anything in it; best first. Where none matches it is the
   * smallest box with an editor and a send button in it.
   */
  readonly root: readonly string[];
  /** In the root, best first: a text field, an editable element, or a frame that is one. */
  readonly editors: readonly string[];
  /** How its rich editor takes text and what one line is in it. */
  readonly family: EditorRef['family'];
  readonly block: EditorRef['block'];
  /** In the root: a field whose value is the same for the same message. */
  readonly key: string;
  readonly subject: string;
  /** In the root: fields that hold lists of addresses. */
  readonly addressFields: string;
  /** In the root: one element a recipient; `null` for what it does not say. */
  readonly recipients: {
    readonly selector: string;
    readonly address: Source | null;
    readonly name: Source | null;
  } | null;
  /**
   * The message being answered, anywhere in the page; parts are looked for in it, and an empty `body`
   * is the message itself. Where it does not say who wrote it, it came from who the answer goes to.
   */
  readonly incoming: {
    readonly message: string;
    readonly address: Source | null;
    readonly name: Source | null;
    readonly body: string;
  } | null;
  readonly quote: string;
  readonly signature: string;
  /** Buttons in the root; of each selector the first match counts. */
  readonly send: readonly string[];
  readonly discard: readonly string[];
  /** Anywhere in the page: what schedules, and what sends after the page has asked back. */
  readonly schedule: string;
  readonly confirm: string;
  readonly shortcuts: readonly Shortcut[];
  /** Anywhere in the page: a dialog or an error that keeps the message from going. */
  readonly blocked: string;
  /** In the root, there only while the message has a password or an end: nothing is drafted then. */
  readonly confidential: string;
  /** `false` where a sent message cannot be taken back; left out, an ending is held for a while. */
  readonly hasUndoSend?: false;
  /** `true` where the box is hidden while its message is on its way, and taken away once it has gone. */
  readonly hidesToSend?: true;
  /** `true` where a script leaves the page once the message has gone. */
  readonly leavesPage?: true;
}

/** Where data is not enough; at most a few of these a site. */
export interface Overrides {
  readonly root?: (from: Element) => HTMLElement | null;
  readonly editor?: (root: HTMLElement) => HTMLElement | null;
  /** Which of the messages in the page is answered; `null` for one that the page does not show. */
  readonly answered?: (root: HTMLElement, messages: readonly HTMLElement[]) => HTMLElement | null;
}
