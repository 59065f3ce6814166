/** Consultations, votes and pledges (P7c, P7e); a part of `Texts`. */
export type ConsultationTexts = Record<never, never>;
