import type { DayHours } from '../../policy/reading/office-hours.ts';
import type { MatterScope } from '../../policy/reading/matters.ts';
import type { Counts, LimitPurpose } from '../../policy/policy.ts';
import type { Span, Standards } from '../../policy/reading/standards.ts';
import type { Window } from '../../policy/document/units.ts';

/** How the policy is read by residents and staff (P8e); a part of `Texts`. */
export interface PolicyTexts {
  /** The whole of it as a resident reads it, about 25 lines; the codes of the clauses stand at the ends of lines where they are asked for. */
  serviceStandards(standards: Standards): string;
  /** "48 小时", "服务时间 1 小时", "7 天"; hours below three days, because limits are spoken of so. */
  span(span: Span): string;
  counts(counts: Counts): string;
  /** "报修（加急）", "紧急情况"; empty for everything that is no emergency, and for everything. */
  matters(scope: MatterScope): string;
  /** "周一至周五 08:30–18:00；周六、周日休息" */
  weekHours(hours: readonly DayHours[]): string;
  /** "08:30–12:00、13:30–18:00", or that the office is closed. */
  windows(windows: readonly Window[]): string;

  /** One difference between two policies: "咨询：24 小时 → 12 小时". */
  policyChange(what: string, before: string, after: string): string;
  /** What a limit is for, with the matters it holds for (in words; may be empty). */
  limitName(purpose: LimitPurpose, matters: string): string;
  /** A field of the policy in words, by its path; null where it has none but its path. */
  policyField(path: string): string | null;
  /** "08:30–12:00（盘点）" */
  specialDay(windows: string, because: string): string;
  /** Make-up working days whose service hours are those of a Monday. */
  asOnMonday(): string;
  /** What somebody answers for who has no part of it. */
  wholeEstate(): string;
  names(all: readonly string[]): string;
  /** Nothing, where the other policy says something. */
  nothing(): string;
  /** Where a limit may stand, and the policy says that there is none. */
  unlimited(): string;
  /** To managers: the public holidays of this year, or of the next, are not known. */
  holidaysUnknown(year: number): string;
  /** Two policies that promise the same. */
  samePolicy(): string;
}
