/** Emergency plans and drills (P8f); a part of `Texts`. */
export type PlanTexts = Record<never, never>;
