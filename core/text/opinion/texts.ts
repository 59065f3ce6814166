/** What a language model said of a doubtful message; a part of `Texts`. */
export interface OpinionTexts {}
