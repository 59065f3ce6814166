import type { IncidentTexts } from './texts.ts';

export const incidents = {} satisfies IncidentTexts;
