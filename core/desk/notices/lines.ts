import type { Notice } from '../../../prisma/generated/client.ts';
import { firstLine } from '../../notices/contents.ts';
import { repeatOf } from '../../notices/notice.ts';
import type { NoticeLine } from '../../text/notices/texts.ts';
import { textsOf, type Scene } from '../scene.ts';

/** A notice as one line of a list. */
export function noticeLine(scene: Pick<Scene, 'step' | 'community' | 'speaker'>, notice: Notice): NoticeLine {
  const { number, level, state, text, overAt, liveAt, sendAt } = notice;
  const at = overAt ?? liveAt ?? (state === 'scheduled' ? sendAt : null);
  return {
    number,
    level,
    state,
    first: firstLine(text),
    at: at && textsOf(scene).when(at, scene.step.now, scene.community.timeZone),
    repeat: repeatOf(notice),
  };
}
