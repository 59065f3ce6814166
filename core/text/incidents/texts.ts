/** One cause, many reports; a part of `Texts`. */
export interface IncidentTexts {}
