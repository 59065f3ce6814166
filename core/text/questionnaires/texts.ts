/** Questionnaires (P7b, P7d); a part of `Texts`. */
export type QuestionnaireTexts = Record<never, never>;
