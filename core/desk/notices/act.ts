import type { Notice } from '../../../prisma/generated/client.ts';
import { correctNotice, endNotice, extendNotice, type Changed } from '../../notices/change.ts';
import { contentsOf } from '../../notices/contents.ts';
import { aboutNotice, audienceOf } from '../../notices/notice.ts';
import { skipNotice, takeBackNotice, type TakenBack } from '../../notices/take-back.ts';
import { audit } from '../../people/audit.ts';
import { parseTime } from '../parse-time.ts';
import { replyTo, textsOf, type Choosing, type Scene } from '../scene.ts';
import { noticeLine } from './lines.ts';
import { readDraftWords, uncorrectable } from './draft-words.ts';
import type { NoticeAct } from './order.ts';
import { retirePreviews } from './preview.ts';

type Where = Pick<Choosing, 'step' | 'community' | 'conversation' | 'message'> & Pick<Scene, 'speaker'>;

/** A notice, as everybody reads it, and how it stands. */
export async function showNotice(where: Where, notice: Notice): Promise<void> {
  const { community } = where;
  const texts = textsOf(where);
  const shown = contentsOf(notice, community)[community.locale]?.text ?? notice.text;
  const text = texts.noticeShown(noticeLine(where, notice), shown, audienceOf(notice));
  await replyTo(where, 'notice', { text }, null, aboutNotice(notice));
}

/** A manager corrects, extends, ends or takes back what was written. Who they are has been asked. */
export async function carryOutAct(where: Where, notice: Notice, act: NoticeAct): Promise<void> {
  const { step, community, speaker } = where;
  if (!speaker) return;
  const texts = textsOf(where);
  const { number } = notice;
  const changing = { id: notice.id, by: speaker.personId };
  switch (act.kind) {
    case 'show':
      return showNotice(where, notice);
    case 'withdraw':
      return tellTakenBack(where, await takeBackNotice(step, community, changing));
    case 'skip':
      return tellTakenBack(where, await skipNotice(step, community, notice.id));
    case 'correct': {
      const { body, change, mistakes } = readDraftWords(act.text, { now: step.now, ...community });
      const text = [body, change.text].filter(Boolean).join('\n');
      const wrong = [...mistakes, ...uncorrectable(change)];
      if (wrong.length > 0) return answer(where, notice, texts.noticeMistakes(wrong));
      if (text === '') return answer(where, notice, texts.noticeNeedsWords(number));
      const { texts: others, effectiveAt, endsAt } = change;
      const corrected = {
        ...changing,
        text,
        ...(others ? { texts: others } : {}),
        ...(effectiveAt === undefined ? {} : { effectiveAt }),
        ...(endsAt === undefined ? {} : { endsAt }),
      };
      return tellChanged(where, await correctNotice(step, community, corrected), () => texts.noticeCorrected(number));
    }
    case 'extend': {
      const until = parseTime(act.until, step.now, community.timeZone)?.at;
      if (!until || until <= step.now) return answer(where, notice, texts.noticeNeedsTime(number));
      const said = texts.when(until, step.now, community.timeZone);
      const extended = await extendNotice(step, community, { ...changing, until });
      return tellChanged(where, extended, () => texts.noticeIsExtended(number, said));
    }
    case 'end': {
      const ended = await endNotice(step, community, { ...changing, words: act.words });
      return tellChanged(where, ended, () => texts.noticeIsEnded(number));
    }
  }
}

async function tellChanged(where: Where, changed: Changed, done: () => string): Promise<void> {
  if (changed.kind === 'unknown') return;
  const texts = textsOf(where);
  const { notice } = changed;
  if (changed.kind === 'changed') await note(where, notice, 'change_notice');
  const text =
    changed.kind === 'changed'
      ? done()
      : changed.kind === 'passed'
        ? texts.noticeNeedsTime(notice.number)
        : texts.noticeNotNow(notice.number, notice.state);
  await answer(where, notice, text);
}

async function tellTakenBack(where: Where, taken: TakenBack): Promise<void> {
  if (taken.kind === 'unknown') return;
  const { community, step } = where;
  const texts = textsOf(where);
  const { notice } = taken;
  const said = (): string => {
    switch (taken.kind) {
      case 'discarded':
        return texts.noticeDiscarded(notice.number);
      case 'taken_back':
        return texts.noticeTakenBack(notice.number, notice.repeat !== null);
      case 'withdrawn':
        return texts.noticeWithdrawn(notice.number);
      case 'skipped': {
        const at = taken.next.sendAt ?? step.now;
        return texts.noticeSkipped(notice.number, taken.next.number, texts.when(at, step.now, community.timeZone));
      }
      case 'over':
        return texts.noticeNotNow(notice.number, notice.state);
    }
  };
  if (taken.kind !== 'over') {
    await note(where, notice, 'take_back_notice');
    await retirePreviews(step, notice, null);
  }
  await answer(where, notice, said());
}

const answer = (where: Where, notice: Notice, text: string): Promise<void> =>
  replyTo(where, 'notice', { text }, null, aboutNotice(notice));

/** Who told, changed or took back what is on record (P9b). */
export const note = ({ step, community, speaker }: Where, { id }: Notice, action: string): Promise<void> =>
  audit(step.tx, { communityId: community.id, actorId: speaker?.personId ?? null, action, subject: id });
