/** Notices: writing, sending and changing them (P8a, P8d); a part of `Texts`. */
export type NoticeTexts = Record<never, never>;
