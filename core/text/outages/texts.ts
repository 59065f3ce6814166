import type { OutageThing } from '../../notices/outages/things.ts';
import type { NoticeName } from '../receipts/texts.ts';

/** What a notice says about what somebody reports. Times are in words. */
export interface OutageView {
  thing: OutageThing;
  /** Since when; null where it was not said. */
  from: string | null;
  /** Until when, the hour alone where it is the same day; null where it was not said. */
  until: string | null;
  /** It has not begun. */
  isAhead: boolean;
}

/** Reports of what a notice has announced (P8a); a part of `Texts`. */
export interface OutageTexts {
  /** That this is out, in a word or two: "停水". */
  outageThing(thing: OutageThing): string;
  /** To a resident who reports it, or asks about it. Names no flat. */
  outageKnown(view: OutageView): string;
  /** In the standing of a notice: how many households tell of it, or ask. */
  noticeReports(households: number): string;
  /** A line on the card of a ticket that goes against a notice. */
  againstNotice(notice: NoticeName): string;
}
