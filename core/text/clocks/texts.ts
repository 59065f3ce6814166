/** Reminders, digests, escalation, breach, pauses; a part of `Texts`. */
export interface ClockTexts {}
