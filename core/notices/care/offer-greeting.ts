import { Temporal } from 'temporal-polyfill';
import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { managersOrStaff } from '../../people/groups.ts';
import { atWallTime, wallClock } from '../../policy/time/wall-clock.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { festivalOn, festivals, type Festival } from './festivals.ts';
import { wantingGreetings } from './greetings-wanted.ts';

/** Greetings are offered so many days ahead, from nine o'clock on. */
const DAYS_AHEAD = 7;
/** Greetings are said at this time of the festival's day. */
const GREET_AT = '09:00';

/**
 * A week before a festival, or later when nothing ran, the managers are offered a prepared greeting, once (P8g). Called at every look at a
 * community, of which one runs at a time.
 */
export async function offerGreeting(step: Step, community: CommunityInForce): Promise<void> {
  const { now } = step;
  const { id: communityId, timeZone, calendar, policy, locale } = community;
  const wall = wallClock(now, timeZone);
  if (wall.hour < 9 || calendar.civil(now) > now) return;
  for (let days = 1; days <= DAYS_AHEAD; days += 1) {
    const day = wall.toPlainDate().add({ days });
    const festival = festivalOn(day.toString(), policy.calendar.holidays);
    if (!festival) continue;
    const texts = textsFor(locale);
    const wanting = (await wantingGreetings(step, communityId)).length;
    const at = atWallTime(day, GREET_AT, timeZone);
    const choice = (action: string, label: string) => ({
      id: choiceIds.about('care', `${action}-${day.year}-${festivals.indexOf(festival)}`, communityId),
      label,
    });
    const choices = [
      [choice('all', texts.greetingToAll())],
      ...(wanting > 0 ? [[choice('some', texts.greetingToWanting())]] : []),
      [choice('none', texts.greetingNotNow())],
    ];
    for (const group of await managersOrStaff(step.tx, communityId)) {
      const said = await say(step, {
        conversationId: group.id,
        purpose: 'question',
        about: { subject: 'care', id: communityId },
        content: { text: texts.greetingOffer(festival, texts.when(at, now, timeZone), wanting), choices },
        expiresAt: at,
        dedupeKey: `greeting:${communityId}:${day.year}:${festival}:${group.id}`,
      });
      if (said.isNew) step.rope.lane(group.id);
    }
  }
}

/** The festival that a choice is about, as it stands in its id (`some-2027-1`), and when its greeting is said; null when it is none. */
export function greetingMeant(
  action: string,
  community: CommunityInForce,
): { to: 'all' | 'some' | 'none'; festival: Festival; year: number; at: Date } | null {
  const [, to, year = '', index = ''] = /^(all|some|none)-(\d{4})-(\d)$/.exec(action) ?? [];
  const festival = festivals[Number(index)];
  if (!festival || (to !== 'all' && to !== 'some' && to !== 'none')) return null;
  for (let day = new Temporal.PlainDate(Number(year), 1, 1); day.year === Number(year); day = day.add({ days: 1 })) {
    if (festivalOn(day.toString(), community.policy.calendar.holidays) !== festival) continue;
    return { to, festival, year: Number(year), at: atWallTime(day, GREET_AT, community.timeZone) };
  }
  return null;
}
