import type { NoticeLevel, NoticeState, TargetState } from '../../../prisma/generated/enums.ts';
import type { WalkStair } from '../../notices/receipts/walk-list.ts';

/** A notice as managers name it: its number and the first words of it. */
export interface NoticeName {
  number: number;
  /** Its first line. */
  head: string;
}

/** How many conversations of a channel were told. */
export interface ChannelLine {
  channel: string;
  sent: number;
  waiting: number;
  failed: number;
  dropped: number;
}

/** A conversation that was not told, or not yet. */
export interface TroubledLine {
  title: string;
  channel: string;
  state: TargetState;
  /** `kind` of a failure, or a word of the door; null where nothing keeps it. */
  reason: string | null;
  /** Until when it waits, in words. */
  until: string | null;
}

export interface NoticeStatusView extends NoticeName {
  level: NoticeLevel;
  state: NoticeState;
  /** In words; null while it was not sent. */
  sentAt: string | null;
  channels: ChannelLine[];
  troubled: TroubledLine[];
  /** How many more wait or failed than are named. */
  more: number;
  /** Waits for a second manager since then, in words; null where it does not. */
  awaits: { since: string; isReminded: boolean } | null;
  /** Null where it asks for no confirmation. */
  receipts: { households: number; confirmed: number; withoutFlat: number } | null;
}

export interface WalkPageView extends NoticeName {
  page: number;
  pages: number;
  stairs: WalkStair[];
  /** Households that have not confirmed, and all that it is for. */
  left: number;
  all: number;
}

export interface ToldView extends NoticeName {
  /** Flats in words, as they were taken. */
  marked: string[];
  already: string[];
  /** Nobody of them is on record, or no flat was read in the words. */
  unknown: string[];
}

/** Who has heard of a notice, who has confirmed it, and what residents ask about it (P8b, P8c); a part of `Texts`. */
export interface ReceiptTexts {
  noticeStatus(view: NoticeStatusView): string;
  /** When everything is sent or failed: to whoever wrote it. */
  noticeProgress(view: Pick<NoticeStatusView, 'number' | 'head' | 'channels' | 'troubled' | 'more'>): string;
  /** One message of the list of flats that have not confirmed; for the office only. */
  walkList(page: WalkPageView): string;
  everybodyConfirmed(notice: NoticeName, all: number): string;
  /** Flats are named in the office's groups and in direct chats only. */
  walkListInOffice(): string;
  toldInPerson(view: ToldView): string;
  toldHow(number: number): string;
  /** It does not hold any more, or not yet. */
  noticeNotLive(notice: NoticeName, state: NoticeState): string;
  asksNoReceipt(notice: NoticeName): string;
  /** A line on the card of a ticket that asks about a notice. */
  askedAboutNotice(notice: NoticeName): string;
  /** To managers: so many ask the same about a notice; `answer` is what staff have told one of them. */
  manyAsk(notice: NoticeName, asked: number, question: string, answer: string | null): string;
  /** The answer as it will be told, for a manager to approve. */
  answerPreview(notice: NoticeName, question: string, answer: string, groups: number): string;
  approveAnswer(): string;
  leaveAnswer(): string;
  /** To residents: a question about a notice and the answer, for all. */
  answerForAll(head: string, question: string, answer: string): string;
  answerTold(notice: NoticeName, groups: number, tickets: number): string;
  answerLeft(notice: NoticeName): string;
  /** Approved without an answer. */
  answerNeeded(): string;
  answerSettled(notice: NoticeName): string;
}
