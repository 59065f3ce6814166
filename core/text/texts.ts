import type { Area, Kind, Origin, Role, TicketStatus, Urgency } from '../../prisma/generated/enums.ts';
import type { Place } from '../intake/understanding.ts';
import type { StaffVerb } from '../desk/verb.ts';
import type { HelpTexts } from './help/texts.ts';
import type { PeopleTexts } from './people/texts.ts';
import type { PolicyTexts } from './policy/texts.ts';
import type { VersionTexts } from './versions/texts.ts';
import type { DutyTexts } from './duty/texts.ts';
import type { PassingTexts } from './passing/texts.ts';
import type { ClockTexts } from './clocks/texts.ts';
import type { FollowUpTexts } from './follow-ups/texts.ts';
import type { HealthTexts } from './health/texts.ts';
import type { MachineTexts } from './machines/texts.ts';
import type { ArchiveTexts } from './archive/texts.ts';
import type { NoticeTexts } from './notices/texts.ts';
import type { ReceiptTexts } from './receipts/texts.ts';
import type { PlanTexts } from './plans/texts.ts';
import type { PublicationTexts } from './publications/texts.ts';
import type { CareTexts } from './care/texts.ts';
import type { FeeTexts } from './fees/texts.ts';
import type { QuestionnaireTexts } from './questionnaires/texts.ts';
import type { ConsultationTexts } from './consultations/texts.ts';
import type { ActivityTexts } from './activities/texts.ts';
import type { SuggestionTexts } from './suggestions/texts.ts';
import type { FaqTexts } from './faq/texts.ts';
import type { ShadowTexts } from './shadow/texts.ts';
import type { IncidentTexts } from './incidents/texts.ts';
import type { OutageTexts } from './outages/texts.ts';
import type { SafetyTexts } from './safety/texts.ts';
import type { OpinionTexts } from './opinion/texts.ts';
import type { ReasonTexts } from './reasons/texts.ts';
import type { RestraintTexts } from './restraint/texts.ts';

export const locales = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A ticket as a sentence needs it. */
export interface TicketView {
  code: string;
  kind: Kind;
  area: Area;
  urgency: Urgency;
  status: TicketStatus;
  place: Place;
  summary: string;
  /** Null when the community has no staff. */
  assignee: string | null;
  sensitive: boolean;
}

/** What a staff card shows besides. Times are already in words (see `Texts.when`). */
export interface CardView extends TicketView {
  requester: string | null;
  origin: Origin;
  /** How many households or persons said that it concerns them. */
  reporters: number;
  /** Times residents asked after it. */
  chased: number;
  photos: number;
  /** The running limit that is due first, in words; null when none runs. */
  dueAt: string | null;
  /** The last step, in words of `Texts.step`; null on a new ticket. */
  lastStep: string | null;
  /** 1–5 once rated. */
  score: number | null;
  /** A resident said that it is settled, and staff have not closed it. */
  settledByResident: boolean;
  /** What else staff must know, a line each: messages that may be missing, a device that alarms again. */
  notes?: readonly string[];
  /** Who was asked to take it over, and by when they are to accept; until then the assignee is in charge. */
  offered: { to: string; acceptBy: string | null } | null;
}

/** One line in the list of a resident's or the office's open tickets. */
export interface TicketLine extends TicketView {
  dueAt: string | null;
  overdue: boolean;
}

/**
 * Everything the desk says, in one language. Functions take data and return finished plain text (no markup), short, warm and
 * plain, as a good clerk would write it (P9c). What goes to residents never repeats phone numbers or names of residents.
 */
export interface Texts
  extends
    HelpTexts,
    PeopleTexts,
    PolicyTexts,
    VersionTexts,
    DutyTexts,
    PassingTexts,
    ClockTexts,
    FollowUpTexts,
    HealthTexts,
    MachineTexts,
    ArchiveTexts,
    NoticeTexts,
    ReceiptTexts,
    PlanTexts,
    PublicationTexts,
    CareTexts,
    FeeTexts,
    QuestionnaireTexts,
    ConsultationTexts,
    ActivityTexts,
    SuggestionTexts,
    FaqTexts,
    ShadowTexts,
    IncidentTexts,
    OutageTexts,
    SafetyTexts,
    OpinionTexts,
    ReasonTexts,
    RestraintTexts {
  readonly locale: Locale;
  kind(kind: Kind): string;
  area(area: Area): string;
  urgency(urgency: Urgency): string;
  status(status: TicketStatus): string;
  role(role: Role): string;
  origin(origin: Origin): string;
  /** "3栋2单元501 · 电梯"; empty when nothing is known. With `coarse`, the room is left out (for groups, P9b). */
  place(place: Place, detail: 'full' | 'coarse'): string;
  /** "今天 15:00", "明天 09:30", "11月30日 18:00", with the year when it is another one. */
  when(at: Date, now: Date, timeZone: string): string;
  /** "12 分钟", "3 小时 20 分钟", "2 天". Never negative; under a minute is "不到 1 分钟". */
  duration(ms: number): string;

  // To residents, as a reply to their message.
  /** One or two short lines: code, what was understood, who is in charge, by when. A sensitive ticket shows only the code and that it goes on in private. */
  receipt(ticket: TicketView, dueAt: string | null): string;
  /** Somebody alarmed us: calm, what happens now; who is called. `isToldSafety`: what to do meanwhile is said beside it. */
  emergencyReceipt(ticket: TicketView, isToldSafety?: boolean): string;
  /** One receipt for several matters in one message. */
  receipts(tickets: { ticket: TicketView; dueAt: string | null }[]): string;
  taken(code: string, staff: string): string;
  answer(code: string, staff: string, text: string): string;
  askedBack(code: string, staff: string, question: string): string;
  promised(code: string, staff: string, at: string, note: string | null): string;
  /** The matter now belongs to an older ticket. */
  mergedForResident(code: string, intoCode: string): string;
  /** Done, and: solved? 1–5, or "not solved". */
  done(code: string, staff: string, text: string | null): string;
  /** Done, at an hour at which nobody is asked. */
  doneAtNight(code: string, staff: string, text: string | null): string;
  ratingReminder(code: string): string;
  ratingThanks(code: string, score: number | null): string;
  /** After a low score that says no reason: thanks, and why? */
  ratingWhy(code: string, score: number): string;
  ratingReasonNoted(code: string): string;
  /** A number that is no rating. */
  ratingRange(code: string): string;
  /** Shown for a moment by the platform to whoever pressed in a group. It does not say what came of it. At most 200 letters. */
  pressTaken(): string;
  reopened(code: string, assignee: string | null): string;
  /** To a chase: how it stands. */
  standing(ticket: TicketView, dueAt: string | null): string;
  /** There is a private answer; how to get it. */
  privateAnswer(code: string): string;
  /** The resident's own open tickets; with how to ask for more. */
  ownTickets(lines: TicketLine[]): string;
  noOwnTickets(): string;
  /** In a direct chat, when nothing was understood. */
  directHint(): string;
  /** In a direct chat with somebody no group knows. */
  directUnknown(): string;
  /** "1"…"5" and "not solved", for the rating buttons. */
  notSolved(): string;

  // On joining a group: says that it is a bot, what it records and for how long, and how to use it (P9b).
  introduceToResidents(community: string): string;
  introduceToStaff(community: string): string;
  introduceToManagers(community: string): string;
  introduceUnlinked(): string;
  leavingUnlinked(): string;

  // To staff.
  card(card: CardView): string;
  /** Labels of buttons. */
  verb(verb: StaffVerb): string;
  /** A question with two choices: is this a matter? Quotes the resident's words. */
  doubt(sender: string, words: string, ticket: Pick<TicketView, 'kind' | 'area' | 'urgency' | 'place'>): string;
  /** Under the question: what is asked about may be a word on a ticket that is open. @param other its summary is null where that is private */
  doubtLikeNote(other: { code: string; summary: string | null }): string;
  doubtYes(): string;
  doubtNo(): string;
  doubtSettled(by: string, code: string | null): string;
  /** What somebody said since has shown it, empty where it was no words; `code` of the ticket that was opened, null where it was noted on a known one. */
  doubtShown(by: string, words: string, code: string | null): string;
  /** Whoever wrote the words took them back; they are shown no more. */
  doubtTakenBack(by: string): string;
  /** Whoever wrote the words changed them into others that are doubtful no more. */
  doubtChanged(by: string, words: string): string;
  /** A new ticket may be one that is open already. @param code of the new one @param other its summary is null where that is private */
  seemsLikeNote(code: string, other: { code: string; summary: string | null }): string;
  /** A resident wrote on a closed ticket; two choices: reopen, leave. */
  wroteOnClosed(code: string, sender: string, words: string): string;
  reopenChoice(): string;
  leaveChoice(): string;
  /** A resident's words added to a ticket, shown under its card. */
  addedToTicket(code: string, sender: string, words: string): string;
  /**
   * One line where the card cannot be changed: what is new. `what` is in words of `step`, or null where only the number of those
   * whom it concerns is new.
   */
  cardBrief(code: string, what: string | null, more: { closed: boolean; reporters: number }): string;
  /** Confirms to staff what was carried out: "已转告居民 · A7K2". */
  carriedOut(verb: StaffVerb, code: string): string;
  /** Carried out, but the matter did not come by chat: somebody has to tell the resident. */
  notByChat(code: string): string;
  entered(ticket: TicketView, dueAt: string | null): string;
  choosePromise(code: string): string;
  choosePass(code: string): string;
  /** Labels for the promise menu. */
  promiseIn(minutes: 30 | 60 | 120): string;
  promiseToday(): string;
  promiseTomorrow(): string;
  timeline(ticket: TicketView, steps: { at: string; who: string | null; what: string }[]): string;
  /** `all`: how many are open; the others are not shown. */
  openTickets(lines: TicketLine[], all: number): string;
  noOpenTickets(): string;
  /** One step of a ticket's life in a few words; `type` is one of core/tickets/event.ts. */
  step(type: string, data: Record<string, unknown>): string;
  deliveryFailed(code: string | null, why: string): string;
  /** Why a message could not be delivered, by `DeliveryFailure.kind`. */
  failure(kind: string): string;
  botRemoved(group: string): string;
  intakeFault(): string;
  helpForStaff(): string;
  helpForManagers(): string;
  helpForResidents(): string;

  // What was meant? Nothing was changed.
  unknownCode(code: string, near: string | null): string;
  whichTicket(verb: StaffVerb): string;
  /** A number or a label alone may answer any of several questions; they follow as choices. */
  whichChoice(said: string): string;
  /** A number that stands beside none of the choices; `offered` is what there is, as it was shown. */
  notOffered(said: string, offered: string): string;
  /** `code`: the ticket that it would be about, where that is plain. */
  nearestVerb(said: string, verb: StaffVerb, code: string | null): string;
  /** What can be done with the words follows as choices. `tells`: by which of them the resident hears the words. */
  codeAndWords(code: string, words: string, tells: readonly StaffVerb[]): string;
  needsText(verb: StaffVerb): string;
  needsTime(): string;
  timePassed(): string;
  needsPerson(names: string[]): string;
  needsEntry(): string;
  ticketIsOver(code: string, status: TicketStatus): string;
  /** To somebody who takes, without its code, what a colleague has taken. */
  alreadyTaken(code: string, assignee: string): string;
  cannotMerge(code: string): string;

  // Setting up.
  setupDone(community: string): string;
  setupWrong(): string;
  linked(audience: 'residents' | 'staff' | 'managers', buildings: string[]): string;
  linkHow(): string;
  roleGranted(name: string, role: Role, buildings: string[]): string;
  roleHow(): string;
}
