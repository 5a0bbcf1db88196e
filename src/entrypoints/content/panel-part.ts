import { createPanelModel } from '../../ui/panel/panel-model.ts';
import { mountSurfaces } from '../../ui/panel/surfaces.tsx';
import { requestDraft } from './draft-channel.ts';

/** What is needed once a panel or a note is near, and comes to a page only then. */
export const panelPart = { mountSurfaces, createPanelModel, requestDraft };

export type PanelPart = typeof panelPart;
