import type { PanelModel } from './panel-model.ts';

/** Escape closes, Ctrl or Cmd with Enter asks for a draft. Answers whether the key was ours. */
export function handlePanelKey(model: PanelModel, event: KeyboardEvent): boolean {
  // A key that an input method is still composing with belongs to it.
  if (event.isComposing || event.repeat) return false;
  if (event.key === 'Escape') {
    model.close();
    return true;
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    if (model.phase.value !== 'writing') model.ask();
    return true;
  }
  return false;
}
