import { call } from '../../browser/call.ts';
import { Fault } from '../../learning/fault.ts';
import type { MountSurfaces } from '../../ui/panel/surfaces.tsx';

/** Has `panel.js` put beside us unless it is here. Rejects with a `Fault` where it does not come. */
export async function loadPanel(): Promise<MountSurfaces> {
  if (!globalThis.penchantHook?.mountSurfaces) await call('panel.wanted', {});
  const mountSurfaces = globalThis.penchantHook?.mountSurfaces;
  if (!mountSurfaces) throw new Fault('reload-needed');
  return mountSurfaces;
}
