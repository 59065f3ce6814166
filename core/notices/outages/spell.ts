/** A stretch of time in which something is out. Of what was not said it is as long as is likely. */
export interface Spell {
  from: Date;
  until: Date;
  /** Its beginning was said with a day or an hour. */
  saysFrom: boolean;
  /** Its end was: from then on it is promised to be over. */
  saysUntil: boolean;
  /** Where in the text it stands. */
  at: number;
}

/** An outage of which no end is said is believed for so long. */
export const BELIEVED_FOR_MS = 24 * 3_600_000;

/** Sentences that tell when the office can be reached, and not when something is out. */
export const ofOffice =
  /致电|咨询|联系|电话|热线|办公|上班|服务时间|领取|登记|报名|\b(?:call|phone|contact|office hours|hotline|reach us)\b/;
