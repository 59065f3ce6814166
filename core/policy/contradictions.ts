import { Area, Kind, Urgency } from '../../prisma/generated/enums.ts';
import type { Flaw } from './flaw.ts';
import { lineFor } from './limits.ts';
import { nearest } from './nearest.ts';
import { overlap } from './overlap.ts';
import type { LimitLine, Policy } from './policy.ts';

/**
 * What is wrong in a policy of which every field alone is right. Looked at when a policy is checked or proposed, and never when a
 * stored version is read: what was once approved stays readable when this list grows.
 */
export function contradictionsOf(policy: Policy): Flaw[] {
  const lines = Object.entries(policy.limits);
  return [
    ...lines.flatMap(([name, line]) => flawsOfLine(policy, name, line)),
    ...rivals(lines),
    ...unanswered(policy),
    ...neverOpen(policy),
    ...sleepless(policy),
    ...Object.keys(policy.ladders).flatMap((ladder) => repeated(policy, ladder)),
    ...closedUnreminded(policy),
  ];
}

function flawsOfLine(policy: Policy, name: string, line: LimitLine): Flaw[] {
  const flaws: Flaw[] = [];
  const path = ['limits', name];
  if (line.ladder !== null && !Object.hasOwn(policy.ladders, line.ladder)) {
    const near = nearest(line.ladder, Object.keys(policy.ladders));
    flaws.push({
      path: [...path, 'ladder'],
      message: `there is no ladder "${line.ladder}"`,
      mend: near ? `did you mean ${near}?` : `name one of ${Object.keys(policy.ladders).join(', ')}, or write null`,
      related: [['ladders', line.ladder]],
    });
  }
  if (line.for === 'promise' && line.within !== undefined) {
    flaws.push({
      path: [...path, 'within'],
      message: 'a promise is due at the time that was promised, not within some time',
      mend: 'take "within" out of this line',
    });
  }
  if (line.for !== 'promise' && line.within === undefined) {
    flaws.push({
      path: [...path, 'within'],
      message: 'the line does not say within which time',
      mend: 'write for example "within: 24h", or "within: null" for no limit',
      related: [path],
    });
  }
  return flaws;
}

/** Lines of which nobody can tell which one counts. */
function rivals(lines: [string, LimitLine][]): Flaw[] {
  return lines.flatMap(([name, line], at) =>
    lines
      .slice(0, at)
      .filter(([, earlier]) => overlap(earlier, line))
      .map(([earlier]) => ({
        path: ['limits', name],
        isName: true,
        message: `names the same as the line "${earlier}", so that nobody can tell which of them counts`,
        mend: `let one of them name more (urgency, kind or area), or take the other away with "${earlier}: null"`,
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
      const where = areas.length === Object.values(Area).length ? '' : ` in ${areas.join(', ')}`;
      return [
        {
          path: ['limits'],
          isName: true,
          message: `no line says by when a matter of the kind ${kind} and the urgency ${urgency} is answered first${where}`,
          mend: `add a line with "for: first_response, kind: ${kind}"; "within: null" says that there is no limit`,
        },
      ];
    }),
  );
}

/** Service time that never passes. */
function neverOpen({ calendar, limits, passing, breach }: Policy): Flaw[] {
  const counting = [...Object.values(limits), passing, breach].some(({ counts }) => counts === 'service');
  if (!counting || Object.values(calendar.week).some((windows) => windows.length > 0)) return [];
  const message = 'the office is never open in an ordinary week, and yet there are limits in service time';
  const mend = 'open it on some weekday, for example mon: ["08:30-18:00"], or let all limits count by calendar';
  return [{ path: ['calendar', 'week'], isName: true, message, mend }];
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Quiet hours that leave no hour of the day. */
function sleepless({ calendar: { quietHours } }: Policy): Flaw[] {
  const { startsAt, endsAt } = quietHours;
  const length = (minutesOf(endsAt) - minutesOf(startsAt) + 1440) % 1440;
  const isWholeDay = startsAt !== endsAt && length === 0;
  if (!isWholeDay && length <= 23 * 60) return [];
  const message = 'there would be no hour of the day left in which anybody may be reminded';
  const mend = 'leave at least an hour, as in "22:00-08:00"; equal times mean no quiet hours';
  return [{ path: ['calendar', 'quietHours'], message, mend }];
}

/** Somebody who would be told twice at the same time. */
function repeated({ ladders }: Policy, ladder: string): Flaw[] {
  const rungs = Object.entries(ladders[ladder] ?? {});
  return rungs.flatMap(([name, rung], at) => {
    const [earlier] =
      rungs
        .slice(0, at)
        .find(([, other]) => other.tell === rung.tell && JSON.stringify(other.at) === JSON.stringify(rung.at)) ?? [];
    if (earlier === undefined) return [];
    const path = ['ladders', ladder, name];
    const message = `tells the ${rung.tell} at the same time as the rung "${earlier}"`;
    const mend = `take one of them away ("${name}: null"), or let one tell somebody else; "by: both" reaches group and person`;
    return [{ path, isName: true, message, mend, related: [['ladders', ladder, earlier]] }];
  });
}

function closedUnreminded({ closing }: Policy): Flaw[] {
  if (closing.remindToRateAfter < closing.closeUnansweredAfter) return [];
  const path = ['closing', 'remindToRateAfter'];
  const message = 'the resident would be reminded only when the ticket is already closed';
  const mend = 'remind earlier, or close later';
  return [{ path, message, mend, related: [['closing', 'closeUnansweredAfter']] }];
}
