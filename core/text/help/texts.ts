/** Longer help, a page for each part of the office's work; a part of `Texts`. */
export interface HelpTexts {
  /** How the office tells residents something: notices, publications, plans, care, fees (P8). */
  helpForTelling(): string;
  /** How the office asks residents, and what it keeps answers to: questionnaires, votes, activities, suggestions, the knowledge base (P7). */
  helpForAsking(): string;
}
