import { normalise } from '../../intake/normalise.ts';
import type { Heard } from '../../intake/heard.ts';
import type { Act, GroupContext, HeardMatter, HeardMessage } from '../../intake/understanding.ts';
import { redact } from '../../text/redact.ts';
import { noticesKnownTo, type NoticeKnown } from '../known-to.ts';
import { countReport } from './count.ts';
import { giveGist } from './gist.ts';
import { joinedIn } from './joined.ts';
import type { Against } from './judge.ts';
import { missedIn } from './missed.ts';
import { saysLate, speaksOfOthers, tellsMore } from './signs.ts';
import { verdictOf } from './verdict.ts';

/** The notice that an act is about, and why it goes against that; null where it only asks or complains. */
export interface AgainstNotice {
  noticeId: string;
  why: Against | null;
}

/** What is left to be done with a message once the notices were asked. */
export interface TakenIn {
  acts: Act[];
  /** The notice that it was counted on; null where it was on none. */
  noticeId: string | null;
  /** What goes against a notice, or asks about it, by the act. */
  against: ReadonlyMap<Act, AgainstNotice>;
}

/**
 * Holds what a resident said against the outages that they were told of (P8a). What a live notice announced is counted on it, answered with
 * its gist, and makes no ticket; what goes against it makes one, for which somebody who cannot wait weighs more. "Me too" and "is it back?" under
 * such reports count in the same way, and say nothing. Talk that is about no outage costs no statement.
 */
export async function takeInOutage(heard: Heard, acts: readonly Act[], context: GroupContext): Promise<TakenIn> {
  const nothing: TakenIn = { acts: [...acts], noticeId: null, against: new Map() };
  const { speaker } = heard;
  const text = normalise(heard.event.text);
  if (!speaker || speaker.staff || acts.some(({ kind }) => kind === 'answer')) return nothing;
  const matters = acts.flatMap((act) => ('matter' in act ? [{ act, matter: act.matter }] : []));
  const isLate = missedIn(text).length > 0 && saysLate(text) && !speaksOfOthers(text);
  const isUnheard = isLate && acts.every((act) => isBesides(act, text, context));
  const isPlain = acts.every(({ kind }) => kind === 'report' || kind === 'doubt');
  const joined = isPlain ? joinedIn(heard, text, context.recent) : null;
  const isOne = matters.length === 1;
  const told = joined
    ? [{ act: null, matter: matterOf(heard, joined.text), text: joined.text }]
    : isUnheard
      ? [{ act: null, matter: matterOf(heard, heard.event.text), text }]
      : matters.map(({ act, matter }) => ({ act, matter, text: wordsOf(act, matter, isOne ? text : null) }));
  const isChased = isLate && acts.some((act) => act.kind === 'addition' && act.part === 'settled');
  if (!isChased && !told.some((one) => missedIn(one.text).length > 0)) return nothing;
  const notices = await noticesOf(heard, joined?.senderId ?? null);
  if (notices.length === 0) return nothing;
  const left = joined || isUnheard ? [] : additionsOf(acts, isLate);
  const against = new Map<Act, AgainstNotice>();
  let noticeId: string | null = null;
  for (const { act, matter, text: words } of told) {
    const verdict = verdictOf(heard, notices, matter, words);
    if (verdict?.judged.kind === 'known') {
      noticeId = verdict.notice.id;
      const { personId } = speaker;
      await countReport(heard.step, { noticeId, personId, messageId: heard.message.id, at: new Date(heard.event.at) });
      if (act?.kind === 'late_report') await countEarlier(heard, noticeId, context.recent, act.messageId);
      if (!joined) await giveGist(heard, speaker, noticeId, verdict.judged);
    } else if (verdict?.judged.kind === 'against') {
      const { why } = verdict.judged;
      const isCertain = makesCertain.has(why) || (joined !== null && why === 'elsewhere' && speaker.flat !== null);
      const kept = keptAs(act, asReport(matter, why), isCertain);
      if (!kept) continue;
      left.push(kept);
      against.set(kept, { noticeId: verdict.notice.id, why });
    } else if (act) {
      left.push(act);
      if (verdict) against.set(act, { noticeId: verdict.notice.id, why: null });
    }
  }
  if ((joined || isUnheard) && noticeId === null && left.length === 0) return nothing;
  return { acts: left, noticeId, against };
}

/**
 * Whether "it was to be back at six" was taken for a word about something else that is known: a leak, or what is told to be over, which it is
 * not.
 */
function isBesides(act: Act, text: string, { matters }: GroupContext): boolean {
  if (act.kind !== 'addition') return false;
  const known = matters.find(({ id }) => id === act.matterId);
  const about = normalise(known?.summary ?? '');
  const missed = missedIn(about);
  if (missed.length > 0) return !missed.some((thing) => missedIn(text).includes(thing));
  return act.part === 'settled' || tellsMore(about);
}

/** Nothing is over that is late. */
const additionsOf = (acts: readonly Act[], isLate: boolean): Act[] =>
  acts
    .filter((act) => act.kind === 'addition')
    .map((act) => (isLate && act.part === 'settled' ? { ...act, part: 'chase' } : act));

/** Of a doubt it is certain now that it is a matter, where a promise was not kept or somebody cannot wait; so it is of "me too" elsewhere. */
function keptAs(act: Act | null, matter: HeardMatter, isCertain: boolean): Act | null {
  if (act?.kind === 'late_report') return { ...act, matter };
  if (act?.kind === 'report') return { ...act, matter };
  return isCertain ? { kind: 'report', matter } : act;
}

/** Whoever told of it first, and was not understood until others said the same. */
async function countEarlier(
  { step }: Heard,
  noticeId: string,
  recent: readonly HeardMessage[],
  messageId: string,
): Promise<void> {
  const first = recent.find(({ id }) => id === messageId);
  if (!first || first.senderId === null || first.fromStaff) return;
  await countReport(step, { noticeId, personId: first.senderId, messageId, at: first.at });
}

const makesCertain: ReadonlySet<Against> = new Set(['after its end', 'over', 'cannot wait']);

/** The summary has what was said just before in the same breath. Of several matters, and of what was said earlier, it is all there is. */
const wordsOf = (act: Act, { summary }: HeardMatter, text: string | null): string =>
  text === null || act.kind === 'late_report' ? normalise(summary) : `${normalise(summary)}\n${text}`;

/** The notices that they were told; where they only join in, those on which whoever they join was counted. */
async function noticesOf(
  { step, community, conversation, speaker, noticeId }: Heard,
  joins: string | null,
): Promise<NoticeKnown[]> {
  const building = speaker?.flat?.building ?? null;
  const where = { communityId: community.id, conversation, building, repliesTo: noticeId ?? null };
  const notices = await noticesKnownTo(step, where);
  if (joins === null || notices.length === 0) return notices;
  const counted = await step.tx.noticeReport.findMany({
    where: { personId: joins, noticeId: { in: notices.map(({ id }) => id) } },
    select: { noticeId: true },
  });
  return notices.filter(({ id }) => counted.some((one) => one.noticeId === id));
}

/** A question whether it is not over yet is a report by then. Whoever cannot wait is not made to. */
function asReport(matter: HeardMatter, why: Against): HeardMatter {
  const cannotWait = why === 'cannot wait';
  const kind = matter.kind === 'inquiry' || cannotWait ? 'repair' : matter.kind;
  return { ...matter, kind, urgency: cannotWait && matter.urgency === 'normal' ? 'high' : matter.urgency };
}

function matterOf({ speaker }: Heard, text: string): HeardMatter {
  const flat = speaker?.flat ?? null;
  return {
    kind: 'repair',
    area: 'facilities',
    urgency: 'normal',
    place: { building: flat?.building ?? null, unit: flat?.unit ?? null, room: null, spot: null },
    summary: redact(text.replace(/\s+/g, ' ').trim()).slice(0, 80).toWellFormed(),
    sensitive: false,
    confidence: 1,
  };
}
