import { asFault, type FaultData } from '../../learning/fault.ts';
import type { Tone } from '../../learning/types.ts';
import type { Draft, How, ShapingPreference } from '../../protocol/draft-port.ts';
import { createCell, type ReadonlyCell } from './cell.ts';
import type { Option, PanelPorts } from './panel-ports.ts';

/** `notes`: nothing to show yet. `writing`: streaming. `ready`: to insert. `inserted`: in the editor. */
export type Phase = 'notes' | 'writing' | 'ready' | 'inserted';

/** A preference that shapes the draft, or would if it were not switched off. */
export interface Chip {
  readonly preference: ShapingPreference;
  readonly on: boolean;
}

/** Where the notes are typed. Read when they are needed: key by key they stay in the field. */
export interface NotesField {
  value: string;
  focus(): void;
}

/** The drafts to choose from, and which of them is shown. */
export interface Choice {
  readonly drafts: readonly Draft[];
  readonly at: number;
}

/** What came of the last press, where that is not plain to see. */
export type Hint = 'undo_refused' | 'same' | 'no_other' | 'text_changed' | 'answered';

/** One compose box's panel; it outlives its being closed, so that notes and draft are still there. */
export interface PanelModel {
  readonly phase: ReadonlyCell<Phase>;
  readonly text: ReadonlyCell<string>;
  readonly chips: ReadonlyCell<readonly Chip[]>;
  /** Whether the chips are no longer those the draft was asked for with. */
  readonly isOutdated: ReadonlyCell<boolean>;
  /** Whether the draft is written without the preferences that hold here, for comparison. */
  readonly isHeldOut: ReadonlyCell<boolean>;
  /** What of the draft is to be checked; empty while there is none. */
  readonly flagged: ReadonlyCell<readonly string[]>;
  readonly fault: ReadonlyCell<FaultData | null>;
  readonly hint: ReadonlyCell<Hint | null>;
  /** `null` where there is one draft at most. */
  readonly choice: ReadonlyCell<Choice | null>;
  /** What makes way for the draft; `null` where nothing does. */
  readonly replaces: ReadonlyCell<string | null>;
  /** Whether there is a text that can be written anew: the draft, or what stands in the box. */
  readonly hasText: ReadonlyCell<boolean>;
  /** What the user is asked; `null` for nothing. */
  readonly question: ReadonlyCell<readonly Option[] | null>;
  about(): ReturnType<PanelPorts['about']>;
  /** `null`: not now. */
  answer(preferenceId: string | null): Promise<void>;
  /** The field shows up (with what was typed before) or leaves with `null`. */
  useField(field: NotesField | null): void;
  /** Leads the focus to where the notes are typed. */
  focusField(): void;
  ask(): void;
  /** The same with all that was learned, whatever is compared. */
  askWhole(): void;
  /** Some drafts to choose from. */
  another(): void;
  /** The draft, or else what stands in the box, in another tone; `null`: written anew. */
  rework(tone: Tone | null): void;
  /** Shows the next of the drafts, or with -1 the one before. */
  turn(by: 1 | -1): void;
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
  const isHeldOut = createCell(false);
  const flagged = createCell<readonly string[]>([]);
  const fault = createCell<FaultData | null>(null);
  const hint = createCell<Hint | null>(null);
  const choice = createCell<Choice | null>(null);
  const replaces = createCell<string | null>(null);
  const hasText = createCell(false);
  const isOutdated = createCell(false);
  const question = createCell<readonly Option[] | null>(null);
  let askedWithout = '';
  let hasLooked = false;
  let notes = '';
  let field: NotesField | null = null;
  let draft: Draft | null = null;
  /** Whether the draft was made of what stands in the box. */
  let isReworked = false;
  let inserting = false;
  let stopRunning: (() => void) | null = null;

  const stopWriting = (): void => {
    stopRunning?.();
    stopRunning = null;
  };

  const switchedOff = (): string[] =>
    chips.value.filter(({ on }) => !on).map(({ preference }) => preference.id);

  /** What would make way now. */
  const makesWay = (): string | null => {
    const { text, ours } = ports.standing();
    return isReworked ? text || null : ours;
  };

  const show = (next: Draft): void => {
    draft = next;
    text.value = next.text;
    flagged.value = next.flagged;
    replaces.value = makesWay();
    hasText.value = true;
    phase.value = 'ready';
  };

  const begin = (how: How, fromBox = false): void => {
    if (inserting) return;
    if (field) notes = field.value;
    stopWriting();
    hint.value = null;
    fault.value = null;
    if (how.kind !== 'rework' && notes.trim() === '' && !ports.about().answering) {
      fault.value = { code: 'empty-notes', detail: '' };
      return;
    }
    const before = {
      phase: phase.value,
      draft,
      choice: choice.value,
      isReworked,
      isHeldOut: isHeldOut.value,
    };
    /** What one has stays where nothing better came. */
    const goBack = (): void => {
      stopRunning = null;
      const { phase: was } = before;
      if (how.kind === 'draft' || !before.draft || was === 'writing') phase.value = 'notes';
      else {
        choice.value = before.choice;
        isReworked = before.isReworked;
        isHeldOut.value = before.isHeldOut;
        show(before.draft);
        phase.value = was;
      }
    };
    draft = null;
    choice.value = null;
    text.value = '';
    flagged.value = [];
    isHeldOut.value = false;
    phase.value = 'writing';
    const without = switchedOff();
    askedWithout = without.join();
    isOutdated.value = false;
    const stop = ports.request(
      { notes, without, how },
      {
        onShaped(preferences, withheld) {
          isHeldOut.value = withheld;
          const off = chips.value.filter(({ on }) => !on);
          chips.value = [...preferences.map((preference) => ({ preference, on: true })), ...off];
        },
        onText(piece) {
          text.value += piece;
        },
        onDone(drafts) {
          stopRunning = null;
          const seen = how.kind === 'rework' ? how.text : before.draft?.text;
          const other = drafts.findIndex((one) => !isSame(one.text, seen));
          isReworked = fromBox || (how.kind === 'rework' && before.isReworked);
          choice.value = drafts.length > 1 ? { drafts, at: Math.max(other, 0) } : null;
          const next = drafts[Math.max(other, 0)];
          if (next) show(next);
          if (other < 0 && how.kind !== 'draft') {
            hint.value = how.kind === 'rework' ? 'same' : 'no_other';
          }
        },
        onFault(why) {
          goBack();
          fault.value = why;
        },
      },
    );
    stopRunning = () => {
      stop();
      goBack();
    };
  };

  return {
    phase,
    text,
    chips,
    isHeldOut,
    flagged,
    fault,
    hint,
    choice,
    replaces,
    hasText,
    isOutdated,
    about: () => ports.about(),
    useField(shown) {
      if (field) notes = field.value;
      field = shown;
      if (!field) return;
      field.value = notes;
      hasText.value = draft !== null || ports.standing().text !== '';
      if (hasLooked) return;
      hasLooked = true;
      void ports.question().then((options) => {
        // Whoever has begun is not stopped for it.
        if (phase.value === 'notes') question.value = options;
      });
    },
    question,
    focusField: () => field?.focus(),
    async answer(preferenceId) {
      try {
        if (preferenceId !== null) await ports.answer(preferenceId);
        question.value = null;
        hint.value = preferenceId === null ? null : 'answered';
      } catch (thrown) {
        const { code, detail } = asFault(thrown, 'storage-failed');
        fault.value = { code, detail };
      }
    },
    ask: () => begin({ kind: 'draft' }),
    askWhole: () => begin({ kind: 'draft', isWhole: true }),
    another: () => begin({ kind: 'several' }),
    rework(tone) {
      const shown = phase.value === 'ready' && tone ? draft : null;
      const base = shown?.text ?? ports.standing().text;
      if (base !== '') begin({ kind: 'rework', text: base, tone }, shown === null);
    },
    turn(by) {
      const { drafts, at } = choice.value ?? { drafts: [], at: 0 };
      const next = drafts[at + by];
      if (phase.value !== 'ready' || !next) return;
      choice.value = { drafts, at: at + by };
      show(next);
    },
    stop() {
      if (phase.value !== 'writing') return;
      stopWriting();
      fault.value = { code: 'cancelled', detail: '' };
    },
    async insert() {
      // Enter is held down sometimes; the draft goes in once.
      if (phase.value !== 'ready' || !draft || inserting) return;
      const shown = replaces.value;
      const now = makesWay();
      if (now !== shown) {
        // Nothing makes way that was not shown to make way.
        replaces.value = now;
        hint.value = 'text_changed';
        return;
      }
      hint.value = null;
      inserting = true;
      try {
        fault.value = await ports.insert(draft, shown);
        if (!fault.value) phase.value = 'inserted';
      } finally {
        inserting = false;
      }
    },
    async undo() {
      if (phase.value !== 'inserted') return;
      const undone = await ports.undo();
      hint.value = undone ? null : 'undo_refused';
      if (undone && draft) show(draft);
    },
    toggle(preferenceId) {
      chips.value = chips.value.map((chip) =>
        chip.preference.id === preferenceId ? { ...chip, on: !chip.on } : chip,
      );
      isOutdated.value = switchedOff().join() !== askedWithout;
    },
    close: () => ports.close(),
  };
}

const isSame = (one: string, other: string | undefined): boolean =>
  one.replace(/\s+/gu, ' ').trim() === other?.replace(/\s+/gu, ' ').trim();
