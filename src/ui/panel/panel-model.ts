import type { FaultData } from '../../learning/fault.ts';
import type { AppliedPreference } from '../../learning/types.ts';
import { createCell, type ReadonlyCell } from './cell.ts';

/** A finished draft; `episodeId` is its name in the memory. */
export interface Draft {
  readonly episodeId: string;
  readonly text: string;
}

/** Who hears about a draft that is being written; `onDone` or `onFault` is called once, at the end. */
export interface DraftListener {
  onShaped(preferences: readonly AppliedPreference[]): void;
  onText(piece: string): void;
  onDone(draft: Draft): void;
  onFault(fault: FaultData): void;
}

/** What the panel needs from the page it is in. */
export interface PanelPorts {
  /**
   * Names of those the mail goes to, whether the page shows a message that is answered, and whether it
   * is built otherwise than we know it.
   */
  about(): { readonly to: string; readonly answering: boolean; readonly isChanged: boolean };
  /** Asks for a draft; answers with a function that stops it. `without`: ids of preferences. */
  request(notes: string, without: readonly string[], listener: DraftListener): () => void;
  /** Puts the draft into the editor; `null` when it stands there. */
  insert(draft: Draft): Promise<FaultData | null>;
  /** Takes the inserted draft out again; `false` where it can no longer be told from the user's text. */
  undo(): Promise<boolean>;
  /** Closes the panel and gives the focus back to the editor. */
  close(): void;
}

/** `notes`: nothing to show yet. `writing`: streaming. `ready`: to insert. `inserted`: in the editor. */
export type Phase = 'notes' | 'writing' | 'ready' | 'inserted';

/** A preference that shapes the draft, or would if it were not switched off. */
export interface Chip {
  readonly preference: AppliedPreference;
  readonly on: boolean;
}

/** Where the notes are typed. Read when they are needed: key by key they stay in the field. */
export interface NotesField {
  value: string;
}

/** One compose box's panel; it outlives its being closed, so that notes and draft are still there. */
export interface PanelModel {
  readonly phase: ReadonlyCell<Phase>;
  readonly text: ReadonlyCell<string>;
  readonly chips: ReadonlyCell<readonly Chip[]>;
  readonly fault: ReadonlyCell<FaultData | null>;
  /** The draft was edited since, so Undo left it alone. */
  readonly undoRefused: ReadonlyCell<boolean>;
  about(): ReturnType<PanelPorts['about']>;
  /** The field shows up (with what was typed before) or leaves with `null`. */
  useField(field: NotesField | null): void;
  ask(): void;
  stop(): void;
  insert(): Promise<void>;
  undo(): Promise<void>;
  toggle(preferenceId: string): void;
  close(): void;
}

/** Makes the panel of one compose box. */
export function createPanelModel(ports: PanelPorts): PanelModel {
  const phase = createCell<Phase>('notes');
  const text = createCell('');
  const chips = createCell<readonly Chip[]>([]);
  const fault = createCell<FaultData | null>(null);
  const undoRefused = createCell(false);
  let notes = '';
  let field: NotesField | null = null;
  let draft: Draft | null = null;
  let inserting = false;
  let stopRunning: (() => void) | null = null;

  const stopWriting = (): void => {
    stopRunning?.();
    stopRunning = null;
  };

  const listener: DraftListener = {
    onShaped(preferences) {
      const off = chips.value.filter(({ on }) => !on);
      chips.value = [...preferences.map((preference) => ({ preference, on: true })), ...off];
    },
    onText(piece) {
      text.value += piece;
    },
    onDone(done) {
      stopRunning = null;
      draft = done;
      text.value = done.text;
      phase.value = 'ready';
    },
    onFault(why) {
      stopRunning = null;
      fault.value = why;
      phase.value = 'notes';
    },
  };

  return {
    phase,
    text,
    chips,
    fault,
    undoRefused,
    about: () => ports.about(),
    useField(shown) {
      if (field) notes = field.value;
      field = shown;
      if (field) field.value = notes;
    },
    ask() {
      if (inserting) return;
      if (field) notes = field.value;
      stopWriting();
      undoRefused.value = false;
      if (notes.trim() === '' && !ports.about().answering) {
        fault.value = { code: 'empty-notes', detail: '' };
        return;
      }
      fault.value = null;
      draft = null;
      text.value = '';
      phase.value = 'writing';
      const without = chips.value.filter(({ on }) => !on).map(({ preference }) => preference.id);
      stopRunning = ports.request(notes, without, listener);
    },
    stop() {
      if (phase.value !== 'writing') return;
      stopWriting();
      fault.value = { code: 'cancelled', detail: '' };
      phase.value = 'notes';
    },
    async insert() {
      // Enter is held down sometimes; the draft goes in once.
      if (phase.value !== 'ready' || !draft || inserting) return;
      inserting = true;
      try {
        fault.value = await ports.insert(draft);
        if (!fault.value) phase.value = 'inserted';
      } finally {
        inserting = false;
      }
    },
    async undo() {
      if (phase.value !== 'inserted') return;
      const undone = await ports.undo();
      undoRefused.value = !undone;
      if (undone) phase.value = 'ready';
    },
    toggle(preferenceId) {
      chips.value = chips.value.map((chip) =>
        chip.preference.id === preferenceId ? { ...chip, on: !chip.on } : chip,
      );
    },
    close: () => ports.close(),
  };
}
