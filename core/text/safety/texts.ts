/** What somebody in danger is told at once (P5e); a part of `Texts`. */
export interface SafetyTexts {}
