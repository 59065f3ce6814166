import type { Notice } from '../../prisma/generated/client.ts';
import { startBroadcast } from '../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { dropSubjectDeadlines } from '../tickets/deadlines.ts';
import { textsFor } from '../text/texts-for.ts';
import { changedContentsOf, firstLine } from './contents.ts';
import { aboutNotice, holdNotice } from './notice.ts';
import { repeatNotice } from './send.ts';
import { ANNOUNCE, stopWords } from './stop-words.ts';
import { tellWriter } from './tell-sending.ts';

/**
 * - `taken_back`: nobody has heard it. Of a series nothing more comes. `skipped`: only this time; `next` is the one after it.
 * - `withdrawn`: it was told, and is taken back where the platform can, said to be void where it cannot.
 * - `discarded`: it was not confirmed yet. `over`: it is over already. `unknown`: there is none such.
 */
export type TakenBack =
  | { kind: 'taken_back' | 'discarded' | 'over'; notice: Notice }
  | { kind: 'skipped'; notice: Notice; next: Notice }
  | { kind: 'withdrawn'; notice: Notice }
  | { kind: 'unknown' };

/** Takes a notice back, however far it has come (P8a). Twice is once. */
export async function takeBackNotice(
  step: Step,
  community: CommunityInForce,
  { id, by }: { id: string; by: string },
): Promise<TakenBack> {
  const notice = await holdNotice(step, community.id, id);
  if (!notice) return { kind: 'unknown' };
  const end = (state: 'discarded' | 'withdrawn'): Promise<Notice> => endAs(step, notice, state);
  switch (notice.state) {
    case 'draft':
    case 'awaiting':
      return { kind: 'discarded', notice: await end('discarded') };
    case 'scheduled':
      return { kind: 'taken_back', notice: await end('discarded') };
    case 'live':
    case 'ended': {
      const withdrawn = await end('withdrawn');
      await stopWords(step, notice, () => true);
      await startBroadcast(step, community, {
        about: aboutNotice(notice),
        occasion: 'withdraw',
        purpose: 'notice',
        urgent: notice.level === 'emergency',
        contents: changedContentsOf(notice, community, step.now, 'withdrawn'),
        changes: ANNOUNCE,
        expiresAt: null,
        createdById: by,
      });
      return { kind: 'withdrawn', notice: withdrawn };
    }
    case 'withdrawn':
    case 'discarded':
      return { kind: 'over', notice };
  }
}

/** Leaves out this time of a series that waits, and puts the next on record. Of one that does not repeat it is taking it back. */
export async function skipNotice(step: Step, community: CommunityInForce, id: string): Promise<TakenBack> {
  const notice = await holdNotice(step, community.id, id);
  if (!notice) return { kind: 'unknown' };
  if (notice.state !== 'scheduled') return { kind: 'over', notice };
  const skipped = await endAs(step, notice, 'discarded');
  const next = await repeatNotice(step, community, notice);
  return next ? { kind: 'skipped', notice: skipped, next } : { kind: 'taken_back', notice: skipped };
}

/** Its time passed while nothing ran: it is not told, and whoever wrote it hears so. What repeats comes again at its next time. */
export async function leaveUnsent(step: Step, community: CommunityInForce, notice: Notice): Promise<void> {
  const unsent = await endAs(step, notice, 'discarded');
  await repeatNotice(step, community, notice);
  const texts = textsFor(community.locale);
  await tellWriter(step, unsent, 'unsent', texts.noticeUnsent(notice.number, firstLine(notice.text)));
}

async function endAs(step: Step, { id }: Notice, state: 'discarded' | 'withdrawn'): Promise<Notice> {
  await dropSubjectDeadlines(step, { kind: 'notice', subjectId: id }, state);
  return step.tx.notice.update({ where: { id }, data: { state, overAt: step.now } });
}
