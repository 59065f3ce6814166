import type { Notice } from '../../../prisma/generated/client.ts';
import { approveNotice, confirmNotice, refuseNotice, type Confirmed } from '../../notices/confirm.ts';
import { changeDraft } from '../../notices/draft.ts';
import { aboutNotice, audienceOf } from '../../notices/notice.ts';
import { reachOf } from '../../outbox/broadcast/reach.ts';
import { atWallTime, wallClock } from '../../policy/time/wall-clock.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { replyTo, textsOf, type Choosing } from '../scene.ts';
import { carryOutAct, note } from './act.ts';
import { showPreview } from './preview.ts';
import { askSecond, tellOutcome } from './second.ts';

/** What a manager chose under a word about a notice. */
export type NoticeChoosing = Choosing & { notice: Notice };

/** Carries out a manager's choice. What no longer holds is answered so, and changes nothing. */
export async function chooseForNotice(choosing: NoticeChoosing, action: string): Promise<void> {
  const { step, community, notice, speaker } = choosing;
  const texts = textsOf(choosing);
  const [word = '', seen] = action.split('.');
  const shown = seen === undefined ? {} : { seen };
  switch (word) {
    case 'ok': {
      if (notice.state === 'draft' && (await isForNobody(choosing)))
        return say(choosing, texts.noticeForNobody(notice.number));
      return settle(choosing, await confirmNotice(step, community, { id: notice.id, by: speaker.personId, ...shown }));
    }
    case 'agree':
      return settle(choosing, await approveNotice(step, community, { id: notice.id, by: speaker.personId, ...shown }));
    case 'refuse':
      return refuse(choosing);
    case 'no':
    case 'back':
      return carryOutAct(choosing, notice, { kind: 'withdraw' });
    case 'time':
      return askTime(choosing);
    case 'now':
      return changeTime(choosing, null);
    case 'hour':
      return changeTime(choosing, new Date(step.now.getTime() + 3_600_000));
    case 'morn': {
      const tomorrow = wallClock(step.now, community.timeZone).toPlainDate().add({ days: 1 });
      return changeTime(choosing, atWallTime(tomorrow, '08:30', community.timeZone));
    }
    case 'end':
      return carryOutAct(choosing, notice, { kind: 'end', words: null });
    case 'later':
      return say(choosing, texts.noticeAskLater(notice.number));
  }
}

async function isForNobody({ step, community, notice }: NoticeChoosing): Promise<boolean> {
  const { groups, direct } = await reachOf(step.tx, community, audienceOf(notice));
  return groups.length + direct === 0;
}

async function settle(choosing: NoticeChoosing, confirmed: Confirmed): Promise<void> {
  if (confirmed.kind === 'unknown') return;
  const texts = textsOf(choosing);
  const { notice } = confirmed;
  const { number } = notice;
  switch (confirmed.kind) {
    case 'changed':
      return say(choosing, texts.noticeStale(number));
    case 'late':
      return say(choosing, texts.noticeLate(number));
    case 'past':
      return say(choosing, texts.noticePast(number));
    case 'own':
      return say(choosing, texts.noticeOwn(number));
    case 'over':
      return say(choosing, texts.noticeNotNow(number, notice.state));
    case 'awaiting':
      await note(choosing, notice, 'confirm_notice');
      return askSecond(choosing, notice);
    case 'scheduled':
    case 'live':
      await note(choosing, notice, notice.approvedById ? 'approve_notice' : 'confirm_notice');
      return tellOutcome(choosing, notice);
  }
}

async function refuse(choosing: NoticeChoosing): Promise<void> {
  const { step, community, speaker } = choosing;
  const texts = textsOf(choosing);
  const refused = await refuseNotice(step, community, choosing.notice.id);
  if (refused.kind === 'unknown') return;
  const { notice } = refused;
  if (refused.kind === 'over') return say(choosing, texts.noticeNotNow(notice.number, notice.state));
  await note(choosing, notice, 'refuse_notice');
  await tellOutcome(choosing, notice, texts.noticeRefused(notice.number, speaker.name));
}

async function askTime(choosing: NoticeChoosing): Promise<void> {
  const { notice } = choosing;
  const texts = textsOf(choosing);
  if (notice.state !== 'draft') return say(choosing, texts.noticeNotNow(notice.number, notice.state));
  const choice = (action: string, label: string) => ({ id: choiceIds.about('notice', action, notice.id), label });
  const content = {
    text: texts.noticeAskTime(notice.number),
    choices: [
      [
        // What repeats has its own times.
        ...(notice.repeat === null ? [choice('now', texts.noticeNow())] : []),
        choice('hour', texts.noticeInAnHour()),
        choice('morn', texts.noticeTomorrow()),
      ],
    ],
  };
  await replyTo(choosing, 'notice-time', content, null, aboutNotice(notice));
}

async function changeTime(choosing: NoticeChoosing, sendAt: Date | null): Promise<void> {
  const { step, community, notice } = choosing;
  const changed = await changeDraft(step, community.id, notice.id, { sendAt });
  if (changed) return showPreview(choosing, changed);
  return say(choosing, textsOf(choosing).noticeNotNow(notice.number, notice.state));
}

const say = (choosing: NoticeChoosing, text: string): Promise<void> =>
  replyTo(choosing, 'notice', { text }, null, aboutNotice(choosing.notice));
