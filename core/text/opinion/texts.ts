import type { Kind } from '../../../prisma/generated/enums.ts';

/** What a language model thought of a doubtful message, as a line of the question to the staff; a part of `Texts`. `sure` is a share, 0 to 1. */
export interface OpinionTexts {
  opinionMatter(kind: Kind, sure: number): string;
  opinionNothing(sure: number): string;
  /** It belongs to a ticket. */
  opinionKnown(code: string, sure: number): string;
  /** Somebody may be in danger. */
  opinionUrgent(): string;
}
