/** Asking after closed tickets; a part of `Texts`. */
export interface FollowUpTexts {}
