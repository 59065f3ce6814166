import type { VersionStanding } from '../../policy/versions/standing.ts';

/** A version as a sentence needs it. Times are already in words. */
export interface VersionView {
  version: number;
  /** When it takes effect; null: as soon as it is approved. */
  from: string | null;
  proposedBy: string;
  /** Empty where none was given. */
  reason: string;
  /** Also tickets that are open then are counted by it. */
  movesRunning: boolean;
}

export interface VersionLine extends VersionView {
  standing: VersionStanding;
  approvedBy: string | null;
}

/** What is wrong with a proposed policy, and where. */
export interface MistakeView {
  path: string;
  message: string;
  mend: string;
}

/** Proposing and approving versions of the policy; a part of `Texts`. */
export interface VersionTexts {
  /** To those who decide. `changes`: what would be different, a line each. */
  versionProposed(version: VersionView, changes: readonly string[]): string;
  versionApprove(): string;
  versionApproveRunning(): string;
  versionRefuse(): string;
  /** To whoever proposed it elsewhere. */
  versionHandedIn(version: number): string;
  /** To the staff. */
  versionApproved(version: VersionView, by: string, changes: readonly string[]): string;
  /** To whoever decided. `moved`: how many open tickets are counted by it already; null when none are to be. */
  versionDecided(version: VersionView, moved: number | null): string;
  versionTakenBack(version: number, by: string): string;
  versionOver(version: number, standing: VersionStanding): string;
  versionOwn(version: number): string;
  versionOvertaken(version: number): string;
  versionUnknown(version: number): string;
  versionSame(): string;
  versionInPast(): string;
  versionWrong(mistakes: readonly MistakeView[]): string;
  /** `nearest`: the name that was probably meant. */
  versionNoSuchLine(said: string, nearest: string | null): string;
  versionNoSuchDay(said: string): string;
  versions(all: readonly VersionLine[]): string;
  /** How a manager changes the policy, below what it says. */
  versionHow(): string;
}
