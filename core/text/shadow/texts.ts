/** Groups that are only listened to; a part of `Texts`. */
export interface ShadowTexts {}
