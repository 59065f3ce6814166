import type { Role } from '../../../prisma/generated/enums.ts';
import type { PlanKind } from '../../notices/plans/kinds.ts';
import type { EmergencyNumbers } from '../../notices/plans/numbers.ts';

/** A plan as a manager reads it. `calls` names the roles and who would be called now. */
export interface PlanView {
  name: string;
  text: string;
  /** Other languages that it is there in. */
  languages: readonly string[];
  steps: readonly string[];
  calls: readonly { role: Role; names: readonly string[] }[];
  isOwn: boolean;
}

/** A drill as it is kept. Times are in words of `Texts.when`, durations of `Texts.duration`. */
export interface DrillView {
  name: string;
  number: number;
  /** When it was confirmed; `prepared`: how long it took from the draft to that. */
  startedAt: string;
  prepared: string;
  /** From the start until the first, and the last, word was sent; null while none was. */
  firstTold: string | null;
  allTold: string | null;
  told: number;
  failed: number;
  calls: readonly { name: string; answered: string | null }[];
}

/** Emergency plans and drills (P8f); a part of `Texts`. */
export interface PlanTexts {
  planName(kind: PlanKind): string;
  /** What residents are told. `{地点}` (`{place}`) stands where the place is said. */
  planNotice(kind: PlanKind, numbers: EmergencyNumbers): string;
  planSteps(kind: PlanKind, numbers: EmergencyNumbers): readonly string[];
  /** What stands for the place where none is said. */
  planAnywhere(): string;
  planList(names: readonly { name: string; isOwn: boolean }[]): string;
  plan(view: PlanView): string;
  planUnknown(said: string, known: readonly string[]): string;
  planChanged(name: string): string;
  /** Nothing was changed, and how to write it. */
  planHow(): string;
  planNoRole(said: string): string;
  planStartChoice(): string;
  planDrillChoice(): string;
  planNoPlace(said: string): string;
  /** Names in braces of the plan that were not said. */
  planMissing(names: readonly string[]): string;
  /** An emergency was reported that a plan fits. */
  planHint(code: string, name: string): string;
  planHintChoice(name: string): string;

  // Once it runs.
  /** To whoever is called, directly. */
  planCall(name: string, place: string, drill: boolean): string;
  planComing(): string;
  planGot(drill: boolean): string;
  planChecklist(
    name: string,
    place: string,
    steps: readonly string[],
    called: readonly string[],
    drill: boolean,
  ): string;
  planNobodyCalled(names: readonly string[], drill: boolean): string;

  drillReport(view: DrillView): string;
  drillList(all: readonly { number: number; name: string; at: string }[]): string;
  drillUnknown(number: number): string;
}
