import type { TicketView } from '../texts.ts';

/** How residents rated somebody's work. */
export interface RatedWork {
  name: string;
  count: number;
  /** From 1 to 5, with one decimal. */
  mean: string;
  /** How many of the ratings were low. */
  low: number;
}

/** Passing a ticket on, declining it, contractors; a part of `Texts`. */
export interface PassingTexts {
  /** On a card, in place of who is in charge. */
  inChargeUntil(offeredTo: string, acceptBy: string | null, inCharge: string): string;
  /** To whoever is asked to take a ticket over; the choices are taking and declining it. */
  offeredToYou(ticket: TicketView, by: string, acceptBy: string): string;
  /** To whoever was asked: there is nothing to take any more. `by` is null where it came about by itself. */
  offerEnded(code: string, by: string | null): string;
  /** To whoever is in charge, and stays so. */
  declinedByColleague(code: string, by: string, reason: string | null): string;
  /** To both: nobody accepted it in time. */
  returnedUnaccepted(code: string, from: string, inCharge: string): string;
  /** Passed to whoever is in charge. */
  passNeedless(code: string, inCharge: string): string;
  /** Passed to somebody absent: nothing was changed; saying it again passes it on all the same. */
  passToAbsent(code: string, to: string, backAt: string): string;
  /** The choice to pass it to them all the same. */
  passAnyway(to: string): string;
  /** Declined by somebody to whom nobody passed it. */
  notPassedToYou(code: string): string;
  /** To a contractor, in place of the card. */
  noLongerYours(code: string): string;
  /** Somebody works for the office no more, and their tickets were given to others. */
  workEnded(name: string): string;
  helpForContractors(): string;
  /** How residents rated the work of the last days, staff and contractors apart. `lowUpTo` is the highest score that is low. */
  ratings(days: number, lowUpTo: number, rated: { staff: RatedWork[]; contractors: RatedWork[] }): string;
}
