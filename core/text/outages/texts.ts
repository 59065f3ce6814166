/** Reports of what a notice has announced (P8a); a part of `Texts`. */
export interface OutageTexts {}
