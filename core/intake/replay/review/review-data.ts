import type { Area, Kind, Place, Urgency } from '../../understanding.ts';
import type { ReviewWords } from './words/review-words.ts';

/** A message of the chat, as the page shows it. */
export interface ReviewLine {
  id: string;
  /** The day and the time of day by the clock of the export: `2026-03-02`, `09:01`. */
  day: string;
  time: string;
  senderId: string | null;
  name: string;
  staff: boolean;
  text: string;
  photo: boolean;
  voice: boolean;
  forwarded: boolean;
  replyTo: string | null;
}

/** A ticket, as labels have it, with what the page needs besides. */
export interface ReviewTicket {
  key: string;
  messages: string[];
  kind: Kind;
  area: Area;
  urgency: Urgency;
  place: Place;
  sensitive: boolean;
  answeredBy: string | null;
  solvedBy: string | null;
  summary: string;
  /** Only asked of the staff. */
  doubtful: boolean;
  /** Why linli made it, in the language of the page. */
  why: string[];
}

/** Everything that a review page holds. */
export interface ReviewData {
  /** The name of the labels that are saved: `NAME.labels.json`. */
  name: string;
  chat: string;
  locale: 'zh-CN' | 'zh-TW' | 'en';
  words: ReviewWords;
  community: { name: string; buildings: string[]; staff: string[]; locale: string };
  kinds: readonly Kind[];
  areas: readonly Area[];
  urgencies: readonly Urgency[];
  lines: ReviewLine[];
  tickets: ReviewTicket[];
}
