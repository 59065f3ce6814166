import type { QuestionnaireTexts } from './texts.ts';

export const questionnaires = {} satisfies QuestionnaireTexts;
