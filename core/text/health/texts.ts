/** How the channels are; a part of `Texts`. */
export interface HealthTexts {}
