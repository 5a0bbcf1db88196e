import type { Correspondent, Task } from '../learning/types.ts';
import type { Marks } from './marks.ts';

/** How an editor wants text to be put in; see `inserter.ts`. */
export type EditorFamily = 'textarea' | 'exec' | 'paste';

/** The element that is typed into. Resolved anew at every call: pages replace it. */
export interface EditorRef {
  readonly element: HTMLElement;
  /** The document that owns `element`; another than ours for an editor in a frame. */
  readonly document: Document;
  readonly family: EditorFamily;
  /** What one line of text is in this editor. */
  readonly block: 'div' | 'p' | 'br';
  /** What in it is not the user's own text; without it only what every webmail marks is known. */
  readonly marks?: Marks;
}

/** What a click, key or submit event means to a compose box. */
export type Intent = 'send' | 'schedule' | 'discard' | null;

/**
 * What the page shows after a send was asked for.
 * `gone`: the compose box left, or the page says that the message was sent. `blocked`: a dialog or
 * an error keeps the message here. `open`: neither yet.
 */
export type Sight = 'gone' | 'blocked' | 'open';

/** A part of a compose box that its site's data names. */
export type Part = 'editor' | 'send';

/**
 * `confidential`: the message is protected by a password or may not be kept; `secret`: a password or
 * a code is asked for in the same box.
 */
export type Unsupported = 'confidential' | 'secret';

/** Canonical text of a message body: what the user would read, without quote and signature. */
export interface Body {
  readonly text: string;
  /** The quoted thread below (or above); empty where there is none. */
  readonly quote: string;
  readonly signature: string;
}

/** One compose box on a page. */
export interface Compose {
  readonly root: HTMLElement;
  /** Id of the adapter that found it. */
  readonly adapter: string;
  /** The same for the same message, as long as the page can tell; see `create-adapter.ts`. */
  readonly key: string;
  /**
   * What this page's adapter no longer finds in its boxes, so that this one is treated as any text
   * field is; empty where all is well.
   */
  readonly missing: readonly Part[];
  /** Why nothing is drafted here now; `null` where nothing speaks against it. */
  unsupported(): Unsupported | null;
  editor(): EditorRef | null;
  task(): Task;
  recipients(): readonly Correspondent[];
  subject(): string;
  /** The message being answered; `null` for a new one or where the page does not show it. */
  incoming(): { readonly from: Correspondent; readonly text: string } | null;
  read(): Body | null;
  /** Whether a message that was sent may come back: pages offer to undo it for a while. */
  readonly hasUndoSend: boolean;
  /** Whether the page goes elsewhere once it has sent the message. */
  readonly leavesPage: boolean;
  /** What this event asks for; never changes the page. */
  intent(event: Event): Intent;
  sight(): Sight;
}

/** What is known of one webmail: data first, a few overrides where data is not enough. */
export interface Adapter {
  readonly id: string;
  /** Whether this page is that webmail; looks at the host, or at marks of self-hosted ones. */
  matches(location: Location, document: Document): boolean;
  /** The compose box that `from` (a focused or clicked element) belongs to. Never scans the page. */
  find(from: Element): Compose | null;
}
