/** Passing a ticket on, declining it, contractors; a part of `Texts`. */
export interface PassingTexts {}
