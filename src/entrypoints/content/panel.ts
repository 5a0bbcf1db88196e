import { panelPart } from './panel-part.ts';

// The part that draws panels and notes: put into a page beside the core, when the first is near.
if (globalThis.penchantHook) globalThis.penchantHook.panelPart = panelPart;
