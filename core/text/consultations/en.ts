import type { ConsultationTexts } from './texts.ts';

export const consultations = {} satisfies ConsultationTexts;
