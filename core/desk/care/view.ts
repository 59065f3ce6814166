import { nextAsk, type CareSchedule } from '../../notices/care/schedule.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import type { CareView } from '../../text/care/texts.ts';
import { textsOf, type Scene } from '../scene.ts';

/** Where the time lies in the quiet hours: when those end, as HH:MM; null where it does not. */
export function atNight({ step, community }: Scene, { weekdays, askAt }: CareSchedule): string | null {
  const at = nextAsk({ weekdays, askAt }, step.now, community.timeZone);
  const civil = community.calendar.civil(at);
  if (civil.getTime() === at.getTime()) return null;
  return wallClock(civil, community.timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** A schedule as a sentence to the writer needs it. */
export const careView = (scene: Scene, { weekdays, askAt }: CareSchedule, nextAt: Date | null): CareView => ({
  weekdays,
  askAt,
  next: nextAt && textsOf(scene).when(nextAt, scene.step.now, scene.community.timeZone),
});
