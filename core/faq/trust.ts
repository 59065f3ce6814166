/** In the audit: a manager said that the bot may give an entry by itself. */
export const FAQ_TRUSTED = 'trust_faq';

/** So many whom an automatic answer did not help are no accident. */
const UNHAPPY_FROM = 3;

/**
 * Whether the bot stops giving an answer by itself: at least three people were not helped by it, and they are more than those who
 * said that they were. People who say nothing count for neither side.
 */
export const losesTrust = ({ unhappy, content }: { unhappy: number; content: number }): boolean =>
  unhappy >= UNHAPPY_FROM && unhappy > content;
