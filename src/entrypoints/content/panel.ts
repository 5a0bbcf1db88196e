import { mountSurfaces } from '../../ui/panel/surfaces.tsx';

// The part that draws panels and notes: put into a page beside the core, when the first is near.
if (globalThis.penchantHook) globalThis.penchantHook.mountSurfaces = mountSurfaces;
