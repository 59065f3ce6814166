import type { Notice } from '../../prisma/generated/client.ts';
import type { Contents } from '../outbox/broadcast/contents.ts';
import { startBroadcast } from '../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { dropSubjectDeadlines, setDeadline } from '../tickets/deadlines.ts';
import { changedContentsOf, endWordOf, extendWordOf, type Change } from './contents.ts';
import { aboutNotice, audienceOf, holdNotice } from './notice.ts';
import { ANNOUNCE, EXTEND, isExtension, isOvertakenByEnd, stopWords } from './stop-words.ts';

/** `not_live`: it has not been told yet, or is over. `passed`: the new end lies behind us. */
export type Changed = { kind: 'changed' | 'not_live' | 'passed'; notice: Notice } | { kind: 'unknown' };

/** Who changes which notice. */
export interface Changing {
  id: string;
  by: string;
}

/**
 * Corrects what was told: in place where the platform can, else by a correction that says it anew. In other languages it says what
 * `texts` has; those that are left out are dropped, because they would say what is no longer true. From when and until when it holds stays
 * unless that is corrected, too.
 */
export async function correctNotice(
  step: Step,
  community: CommunityInForce,
  changing: Changing & {
    text: string;
    texts?: Record<string, string>;
    effectiveAt?: Date | null;
    endsAt?: Date | null;
  },
): Promise<Changed> {
  return whileLive(step, community, changing.id, async (notice) => {
    const { text, texts = {}, effectiveAt = notice.effectiveAt, endsAt = notice.endsAt } = changing;
    if (endsAt && endsAt !== notice.endsAt && endsAt <= step.now) return { kind: 'passed', notice };
    const data = { text, texts, effectiveAt, endsAt };
    const corrected = await step.tx.notice.update({ where: { id: notice.id }, data });
    if (endsAt?.getTime() !== notice.endsAt?.getTime()) await askAtItsEnd(step, corrected);
    const version = await addVersion(step, corrected, changing.by);
    await change(step, community, corrected, { occasion: `correct:${version}`, as: 'corrected', by: changing.by });
    return { kind: 'changed', notice: corrected };
  });
}

/** It takes longer than was said: everybody is told, and the notice says so. */
export async function extendNotice(
  step: Step,
  community: CommunityInForce,
  changing: Changing & { until: Date },
): Promise<Changed> {
  return whileLive(step, community, changing.id, async (notice) => {
    const { until, by } = changing;
    if (until <= step.now) return { kind: 'passed', notice };
    if (notice.endsAt?.getTime() === until.getTime()) return { kind: 'changed', notice };
    const extended = await step.tx.notice.update({ where: { id: notice.id }, data: { endsAt: until } });
    const version = await addVersion(step, extended, by);
    await askAtItsEnd(step, extended);
    await stopWords(step, notice, isExtension);
    await tell(step, community, extended, {
      occasion: `${EXTEND}${version}`,
      contents: extendWordOf(extended, community, until),
      by,
    });
    await change(step, community, extended, { occasion: `extended:${version}`, as: 'extended', by });
    return { kind: 'changed', notice: extended };
  });
}

/** It is over: the water is back. Everybody is told, and the notice says so where words can be changed (P8a). */
export async function endNotice(
  step: Step,
  community: CommunityInForce,
  changing: Changing & { words: string | null },
): Promise<Changed> {
  return whileLive(step, community, changing.id, async (notice) => {
    const data = { state: 'ended', overAt: step.now } as const;
    const ended = await step.tx.notice.update({ where: { id: notice.id }, data });
    await addVersion(step, ended, changing.by);
    await dropSubjectDeadlines(step, { kind: 'notice', subjectId: notice.id }, 'ended');
    // Whoever has not heard of it yet need not hear of it any more.
    await stopWords(step, notice, isOvertakenByEnd);
    const contents = endWordOf(ended, community, changing.words);
    await tell(step, community, ended, { occasion: 'end', contents, by: changing.by });
    await change(step, community, ended, { occasion: 'ended', as: 'ended', by: changing.by });
    return { kind: 'changed', notice: ended };
  });
}

/** Has it asked whether it is over when it should be, and not before. */
async function askAtItsEnd(step: Step, { id: subjectId, endsAt }: Notice): Promise<void> {
  await dropSubjectDeadlines(step, { kind: 'notice', subjectId, rung: 'end_near' }, 'another end');
  if (endsAt) await setDeadline(step, { kind: 'notice', rung: 'end_near', subjectId, dueAt: endsAt });
}

async function whileLive(
  step: Step,
  community: CommunityInForce,
  id: string,
  work: (notice: Notice) => Promise<Changed>,
): Promise<Changed> {
  const notice = await holdNotice(step, community.id, id);
  if (!notice) return { kind: 'unknown' };
  return notice.state === 'live' ? work(notice) : { kind: 'not_live', notice };
}

async function addVersion(step: Step, { id, text, texts }: Notice, byId: string): Promise<number> {
  const { _max: last } = await step.tx.noticeVersion.aggregate({ where: { noticeId: id }, _max: { version: true } });
  const version = (last.version ?? 0) + 1;
  await step.tx.noticeVersion.create({
    data: { noticeId: id, version, text, texts: texts ?? {}, changedAt: step.now, byId },
  });
  return version;
}

/** A word of its own, to everybody whom the notice is for. */
async function tell(
  step: Step,
  community: CommunityInForce,
  notice: Notice,
  word: { occasion: string; contents: Contents; by: string },
): Promise<void> {
  const isEmergency = notice.level === 'emergency';
  await startBroadcast(step, community, {
    about: aboutNotice(notice),
    occasion: word.occasion,
    purpose: isEmergency ? 'emergency' : 'notice',
    urgent: isEmergency,
    contents: word.contents,
    audience: audienceOf(notice),
    createdById: word.by,
  });
}

/** The words that stand there are changed. */
async function change(
  step: Step,
  community: CommunityInForce,
  notice: Notice,
  { occasion, as, by }: { occasion: string; as: Change; by: string },
): Promise<void> {
  const isEmergency = notice.level === 'emergency';
  await startBroadcast(step, community, {
    about: aboutNotice(notice),
    occasion,
    purpose: isEmergency ? 'emergency' : 'notice',
    urgent: isEmergency,
    contents: changedContentsOf(notice, community, step.now, as),
    changes: ANNOUNCE,
    createdById: by,
  });
}
