import type { PanelPart } from './panel-part.ts';

/**
 * Where the stub and the core meet: one object on the global of our isolated world, which no page
 * can reach. The stub makes it, the core hangs itself in.
 */
export interface Hook {
  /** Set by the core. Called with every event the stub hears, before the page can stop it. */
  onEvent: ((event: Event) => void) | null;
  /** When a text field here last got the focus, frames of this site included; ms since 1970, or 0. */
  focusedAt: number;
  /** Set by the panel's part, which comes after the core, when a panel is near. */
  panelPart?: PanelPart;
  /** Whether the extension that made it is still installed; `false` once it was reloaded. */
  alive(): boolean;
  /** Takes the stub's listeners off the page. */
  leave(): void;
}

declare global {
  /** Of our isolated world only; see `Hook`. */
  var penchantHook: Hook | undefined;
}
