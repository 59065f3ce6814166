/** The grid, the duty roster, swaps, absences; a part of `Texts`. */
export interface DutyTexts {}
