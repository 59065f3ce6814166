/** One thing that spoke for or against a ticket: the name of a feature, and the words in the message that stand behind it. */
export interface ReasonView {
  what: string;
  weight: number;
  words: readonly string[];
}

/** Why a ticket exists (law 5). Shares from 0 to 1. */
export interface WhyView {
  /** How much it was believed that the message opens a matter; null where nobody asked, as for what staff enter. */
  believed: number | null;
  /** From how much belief on a ticket is opened. */
  actFrom: number;
  /** Strongest first. */
  speaksFor: readonly ReasonView[];
  speaksAgainst: readonly ReasonView[];
}

/** Why the understanding decided as it did, in plain words; a part of `Texts`. */
export interface ReasonTexts {
  /**
   * A feature of the understanding by its name in the code. A learned fragment is shown as the letters it stands for; a name that nobody
   * has words for yet is shown as it is.
   */
  reason(what: string): string;
  /** Two or three lines at the head of a ticket's history: how sure, what spoke for it, what against. Empty when nothing is known. */
  whyTicket(why: WhyView): string;
}
