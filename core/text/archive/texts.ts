import type { Area, Kind, TicketStatus } from '../../../prisma/generated/enums.ts';

/** A ticket that was looked for. */
export interface FoundLine {
  code: string;
  kind: Kind;
  area: Area;
  /** Empty once it was made anonymous. */
  summary: string;
  building: string | null;
  status: TicketStatus;
  /** In words. */
  openedAt: string;
}

/** The figures of a year under the policy in force. */
export interface YearFigures {
  tickets: number;
  /** Of all limits. */
  limits: number;
  inTime: number;
  escalations: number;
  nightCalls: number;
  reopened: number;
}

/** What is kept, looked up and reviewed (P4, P10f); a part of `Texts`. */
export interface ArchiveTexts {
  findHow(): string;
  /** `more`: how many there are besides. */
  found(words: string, lines: FoundLine[], more: number): string;
  foundNone(words: string): string;
  /** To managers and the committee, once a year; `figures`: null where they were not added up. */
  policyReview(community: string, year: number, figures: YearFigures | null): string;
}
