import type { FaultData } from '../../learning/fault.ts';
import type { Draft, How, ShapingPreference } from '../../protocol/draft-port.ts';

/** Who hears about a draft that is being written; `onDone` or `onFault` is called once, at the end. */
export interface DraftListener {
  /** `isHeldOut`: those that hold here are left out, for comparison. */
  onShaped(preferences: readonly ShapingPreference[], isHeldOut: boolean): void;
  onText(piece: string): void;
  /** The best first; there is always one. */
  onDone(drafts: readonly Draft[]): void;
  onFault(fault: FaultData): void;
}

/** What is asked for. `without`: ids of preferences. */
export interface Ask {
  readonly notes: string;
  readonly without: readonly string[];
  readonly how: How;
}

/** What of the user's own stands in the box; the quote and the signature are no part of it. */
export interface Standing {
  readonly text: string;
  /** What of it another draft takes the place of; `null` where no draft of ours went in. */
  readonly ours: string | null;
}

/** One answer to the question: a preference in its own words. */
export interface Option {
  readonly preferenceId: string;
  readonly description: string;
}

/** What the panel needs from the page it is in. */
export interface PanelPorts {
  /**
   * Names of those the mail goes to, whether the page shows a message that is answered, and whether it
   * is built otherwise than we know it.
   */
  about(): {
    readonly to: readonly string[];
    readonly answering: boolean;
    readonly isChanged: boolean;
  };
  standing(): Standing;
  /** What is worth asking before a draft; `null` for nothing. Rejects never. */
  question(): Promise<readonly Option[] | null>;
  /** Rejects with a `Fault`. */
  answer(preferenceId: string): Promise<unknown>;
  /** Asks for drafts; answers with a function that stops it. */
  request(ask: Ask, listener: DraftListener): () => void;
  /** Puts the draft into the editor, in place of `replace`; `null` when it stands there. */
  insert(draft: Draft, replace: string | null): Promise<FaultData | null>;
  /** Takes the inserted draft out again; `false` where it can no longer be told from the user's text. */
  undo(): Promise<boolean>;
  /** Closes the panel and gives the focus back to the editor. */
  close(): void;
}
