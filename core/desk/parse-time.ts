export interface SaidTime {
  at: Date;
  /** The text without the time, trimmed. */
  rest: string;
}
export function parseTime(text: string, now: Date, timeZone: string): SaidTime | null {
  throw new Error(text + String(now) + timeZone);
}
