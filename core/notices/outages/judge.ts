import type { HeardMatter } from '../../intake/understanding.ts';
import type { NamedPlace } from './buildings-named.ts';
import { missedIn } from './missed.ts';
import type { Outage, OutageSpell } from './outage.ts';
import {
  asksForHelp,
  asksForMore,
  asksWhenOnly,
  cannotWait,
  complainsOfIt,
  saysLate,
  speaksOfPlan,
  tellsMore,
} from './signs.ts';
import type { OutageThing } from './things.ts';

/** What a resident tells, and where they are. */
export interface Told {
  /** In normalised words (core/intake/normalise.ts). */
  text: string;
  at: Date;
  kind: HeardMatter['kind'];
  urgency: HeardMatter['urgency'];
  /** Where it is: as said, else where they live, else what their group is for; null where nobody knows. */
  place: { building: string | null; unit: string | null };
}

/** Why a report goes against a notice of the same outage. */
export type Against =
  | 'over'
  | 'after its end'
  | 'before its beginning'
  | 'elsewhere'
  | 'more than that'
  | 'cannot wait';

/**
 * - `known`: it is what the notice announces, where and when it does: nobody needs a ticket for it.
 * - `against`: the notice is about the same thing, and what is told goes against it, or beyond it: a person looks at it.
 * - `about`: a question or a complaint about it that the notice does not answer: it is tied to the notice as such (P8c).
 * - `other`: the notice has nothing to do with it.
 */
export type Judged =
  | { kind: 'known'; thing: OutageThing; spell: OutageSpell }
  | { kind: 'against'; why: Against }
  | { kind: 'about' | 'other' };

/** A notice speaks of an outage that begins within a week, and for a day after it was to be over. */
const AHEAD_MS = 7 * 86_400_000;
const AFTER_MS = 86_400_000;

/**
 * Holds what a resident tells against an outage that was announced (P8a). At the very instant of its beginning and of its end it holds.
 * Danger, somebody who cannot wait, and whatever is told besides is never covered by a notice.
 */
export function judge(told: Told, outage: Outage, state: { isOver: boolean }): Judged {
  const { text, at, kind, urgency, place } = told;
  const missed = missedIn(text);
  const thing = missed.find((one) => outage.things.includes(one));
  if (!thing || kind === 'suggestion' || kind === 'praise') return { kind: 'other' };
  const against = (why: Against): Judged => ({ kind: 'against', why });
  const near = outage.spells.filter(
    ({ from, until }) => msBetween(at, from) <= AHEAD_MS && msBetween(until, at) <= AFTER_MS,
  );
  const here = near.filter(({ places }) => isWithin(place, places));
  const isRunning = ({ from, until }: OutageSpell): boolean => at >= from && at <= until;
  const spell = here.find(isRunning);
  const isQuestion = kind === 'inquiry' && !saysLate(text);
  const asked: Judged = { kind: here.length > 0 ? 'about' : 'other' };
  if (near.length === 0 || (kind === 'complaint' && complainsOfIt(text))) return asked;
  if (isQuestion && (state.isOver || asksForMore(text)) && !cannotWait(text)) return asked;
  if (state.isOver) return here.length > 0 ? against('over') : { kind: 'other' };
  if (urgency === 'emergency') return against('more than that');
  if (cannotWait(text)) return here.length > 0 ? against('cannot wait') : { kind: 'other' };
  if (here.length > 0 && asksForHelp(text)) return asked;
  const tellsBesides = tellsMore(text) || missed.some((one) => !outage.things.includes(one));
  if (isQuestion) {
    const answering = spell ?? here.find(({ from, saysFrom, saysUntil }) => from > at && saysFrom && saysUntil);
    const isAnswered = answering && !tellsBesides && (spell || asksWhenOnly(text));
    return isAnswered ? { kind: 'known', thing, spell: answering } : asked;
  }
  if (here.length === 0) return near.some(isRunning) ? against('elsewhere') : { kind: 'other' };
  if (tellsBesides) return against('more than that');
  if (spell) return { kind: 'known', thing, spell };
  const ahead = here.find(({ from, saysFrom }) => from > at && saysFrom);
  if (ahead && speaksOfPlan(text)) return { kind: 'known', thing, spell: ahead };
  return against(here.some(({ until }) => until < at) ? 'after its end' : 'before its beginning');
}

const msBetween = (from: Date, to: Date): number => to.getTime() - from.getTime();

/** Whether a notice for these places is for this one. Of a place that nobody knows it is only certain where it is for everybody. */
function isWithin({ building, unit }: Told['place'], places: readonly NamedPlace[]): boolean {
  if (places.length === 0) return true;
  const label = building?.toUpperCase() ?? null;
  return places.some((one) => one.building === label && (one.unit === null || unit === null || one.unit === unit));
}
