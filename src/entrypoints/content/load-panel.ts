import { call } from '../../browser/call.ts';
import { Fault } from '../../learning/fault.ts';
import type { PanelPart } from './panel-part.ts';

/** Has `panel.js` put beside us unless it is here. Rejects with a `Fault` where it does not come. */
export async function loadPanel(): Promise<PanelPart> {
  if (!globalThis.penchantHook?.panelPart) await call('panel.wanted', {});
  const panelPart = globalThis.penchantHook?.panelPart;
  if (!panelPart) throw new Fault('reload-needed');
  return panelPart;
}
