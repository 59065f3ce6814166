import { Area, Kind, Urgency } from '../../../prisma/generated/enums.ts';
import type { Flaw } from './flaw.ts';
import { lineFor } from '../limits.ts';
import { nearest } from './nearest.ts';
import { overlap } from './overlap.ts';
import type { LimitLine, Policy } from '../policy.ts';

/**
 * What is wrong in a policy of which every field alone is right. Looked at when a policy is checked or proposed, and never when a
 * stored version is read: what was once approved stays readable when this list grows.
 */
export function contradictionsOf(policy: Policy): Flaw[] {
  const lines = Object.entries(policy.limits);
  return [
    ...lines.flatMap(([name, line]) => flawsOfLine(policy, name, line)),
    ...ladderThere(policy, policy.care.ladder, ['care', 'ladder']),
    ...rivals(lines),
    ...unanswered(policy),
    ...neverOpen(policy),
    ...sleepless(policy),
    ...Object.keys(policy.ladders).flatMap((ladder) => repeated(policy, ladder)),
    ...closedUnreminded(policy),
    ...forgottenTooSoon(policy),
    ...outOfOrder(policy),
  ];
}

function flawsOfLine(policy: Policy, name: string, line: LimitLine): Flaw[] {
  const path = ['limits', name];
  const flaws = ladderThere(policy, line.ladder, [...path, 'ladder']);
  if (line.for === 'promise' && line.within !== undefined) {
    flaws.push({ path: [...path, 'within'], said: (texts) => texts.promiseWithin() });
  }
  if (line.for !== 'promise' && line.within === undefined) {
    flaws.push({
      path: [...path, 'within'],
      said: (texts) => texts.noTime(),
      related: [path],
    });
  }
  return flaws;
}

function ladderThere({ ladders }: Policy, ladder: string | null, path: string[]): Flaw[] {
  if (ladder === null || Object.hasOwn(ladders, ladder)) return [];
  const known = Object.keys(ladders);
  const near = nearest(ladder, known);
  return [{ path, said: (texts) => texts.noSuchLadder(ladder, known, near), related: [['ladders', ladder]] }];
}

/** Lines of which nobody can tell which one counts. */
function rivals(lines: [string, LimitLine][]): Flaw[] {
  return lines.flatMap(([name, line], at) =>
    lines
      .slice(0, at)
      .filter(([, earlier]) => overlap(earlier, line))
      .map(([earlier]): Flaw => ({
        path: ['limits', name],
        isName: true,
        said: (texts) => texts.rivals(earlier),
        related: [['limits', earlier]],
      })),
  );
}

/** Every matter has a first answer by a time, or the policy says that it has none. */
function unanswered(policy: Policy): Flaw[] {
  return Object.values(Kind).flatMap((kind) =>
    Object.values(Urgency).flatMap((urgency): Flaw[] => {
      const areas = Object.values(Area).filter((area) => !lineFor(policy, 'first_response', { kind, area, urgency }));
      if (areas.length === 0) return [];
      const some = areas.length === Object.values(Area).length ? null : areas;
      return [{ path: ['limits'], isName: true, said: (texts) => texts.unanswered(kind, urgency, some) }];
    }),
  );
}

/** Service time that never passes. */
function neverOpen({ calendar, limits, passing, breach }: Policy): Flaw[] {
  const counting = [...Object.values(limits), passing, breach].some(({ counts }) => counts === 'service');
  if (!counting || Object.values(calendar.week).some((windows) => windows.length > 0)) return [];
  return [{ path: ['calendar', 'week'], isName: true, said: (texts) => texts.neverOpen() }];
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Quiet hours that leave no hour of the day. */
function sleepless({ calendar: { quietHours } }: Policy): Flaw[] {
  const { startsAt, endsAt } = quietHours;
  const length = (minutesOf(endsAt) - minutesOf(startsAt) + 1440) % 1440;
  const isWholeDay = startsAt !== endsAt && length === 0;
  if (!isWholeDay && length <= 23 * 60) return [];
  return [{ path: ['calendar', 'quietHours'], said: (texts) => texts.sleepless() }];
}

/** Somebody who would be told twice at the same time. */
function repeated({ ladders }: Policy, ladder: string): Flaw[] {
  const rungs = Object.entries(ladders[ladder] ?? {});
  return rungs.flatMap(([name, rung], at): Flaw[] => {
    const [earlier] =
      rungs
        .slice(0, at)
        .find(([, other]) => other.tell === rung.tell && JSON.stringify(other.at) === JSON.stringify(rung.at)) ?? [];
    if (earlier === undefined) return [];
    const path = ['ladders', ladder, name];
    return [
      {
        path,
        isName: true,
        said: (texts) => texts.toldTwice(rung.tell, name, earlier),
        related: [['ladders', ladder, earlier]],
      },
    ];
  });
}

function closedUnreminded({ closing }: Policy): Flaw[] {
  if (closing.remindToRateAfter < closing.closeUnansweredAfter) return [];
  const path = ['closing', 'remindToRateAfter'];
  return [{ path, said: (texts) => texts.remindedTooLate(), related: [['closing', 'closeUnansweredAfter']] }];
}

/** Three years of which one is a leap year, the least that P4 allows. */
const KEPT_AT_LEAST_MS = 1096 * 86_400_000;

function forgottenTooSoon({ archive }: Policy): Flaw[] {
  if (archive.keep >= KEPT_AT_LEAST_MS) return [];
  return [{ path: ['archive', 'keep'], said: (texts) => texts.forgottenTooSoon() }];
}

/** What is reminded of, or asked again, before something else happens. */
function outOfOrder({ care, questionnaires, consultations }: Policy): Flaw[] {
  const pairs: [path: [string, string], first: number, then: string, second: number][] = [
    [['care', 'askAgainAfter'], care.askAgainAfter, 'handOnAfter', care.handOnAfter],
    [['questionnaires', 'remindBefore'], questionnaires.remindBefore, 'open', questionnaires.open],
    [['consultations', 'remindBefore'], consultations.remindBefore, 'open', consultations.open],
  ];
  return pairs.flatMap(([path, first, then, second]): Flaw[] =>
    first < second ? [] : [{ path, said: (texts) => texts.notShorter(then), related: [[path[0], then]] }],
  );
}
