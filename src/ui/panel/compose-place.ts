import type { PanelModel } from './panel-model.ts';

/** A compose box as our interface sees it. */
export interface Place {
  /** Made when it is first asked for: its code comes with the first panel. */
  readonly model: PanelModel;
  /** The editor as it is now; pages replace it. */
  editor(): HTMLElement | null;
  /** Called when the user presses the launcher. */
  onOpen(): void;
}
