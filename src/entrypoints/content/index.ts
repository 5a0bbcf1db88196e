import { call } from '../../browser/call.ts';
import { faultText, t } from '../../browser/text.ts';
import { Fault } from '../../learning/fault.ts';
import type { EditCost } from '../../learning/types.ts';
import { sayLastWord } from '../../ui/panel/last-word.ts';
import { createPageUi } from '../../ui/panel/page-ui.ts';
import { adapterFor } from '../../webmail/adapters/index.ts';
import { createDesk } from './desk.ts';
import { createFinisher } from './finisher.ts';
import { hands } from './hands.ts';
import { loadPanel } from './load-panel.ts';
import { extensionAlive, watchOrphan } from './orphan.ts';
import { createSession, type SessionPorts } from './session.ts';
import { listenToBackground } from './told-by-background.ts';

/** The part that knows compose boxes: put into a page at the first focus of something to write in. */
function start(): void {
  const ui = createPageUi(
    document,
    () => performance.now(),
    async () => (await loadPanel()).mountSurfaces,
  );
  // Read now, for an extension that is gone has no texts any more.
  const goodbye = faultText({ code: 'reload-needed', detail: '' });
  const orphan = watchOrphan(() => {
    desk.end();
    stopListening();
    ui.remove();
    globalThis.penchantHook?.leave();
    sayLastWord(document, goodbye);
  });
  const finisher = createFinisher({
    call,
    alive: extensionAlive,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onNoted: (cost) => ui.note({ text: notedText(cost) }),
    onFault: (fault) => {
      if (!orphan.check()) ui.note({ text: faultText(fault) });
    },
  });
  const requestDraft: SessionPorts['requestDraft'] = async (request, listener) =>
    (await loadPanel()).requestDraft(request, listener);
  const newPanelModel: SessionPorts['newPanelModel'] = (panelPorts) => {
    const part = globalThis.penchantHook?.panelPart;
    if (!part) throw new Fault('reload-needed');
    return part.createPanelModel(panelPorts);
  };
  const ports = { hands, ui, call, finisher, newPanelModel, requestDraft, settled: twoFrames };
  const desk = createDesk({
    // Anew each time: in a program that never loads a second page, the compose box comes after us.
    adapter: { find: (from) => adapterFor(location, document).find(from) },
    ui,
    newSession: (compose, onConcluded) => createSession(compose, ports, onConcluded),
  });
  const stopListening = listenToBackground(desk, ui);

  const hook = globalThis.penchantHook;
  if (hook) {
    hook.onEvent = (event) => {
      if (orphan.check()) return;
      desk.handleEvent(event);
      if (event.type === 'focusin' && finisher.waiting() > 0) void finisher.retry();
    };
  }
  desk.attendFocused();
}

function notedText(cost: EditCost | null): string {
  if (!cost || cost.words === 0) return t('panel_noted_same');
  // Not `countText`, which is too large for what every compose page gets: our languages have no more forms here.
  return t(cost.words === 1 ? 'panel_noted_word' : 'panel_noted_words', cost.words);
}

const twoFrames = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

// The background may ask for us more than once; one is enough.
if (globalThis.penchantHook && !globalThis.penchantHook.onEvent) start();
