import type { Flaw } from './flaw.ts';
import { unknownYearAhead } from '../time/holidays-ahead.ts';
import type { Policy } from '../policy.ts';

/** For which time a policy is looked at. */
export interface DoubtsAt {
  /** Whether public holidays of a year are known for the policy's country. */
  knowsHolidaysOf: (year: number) => boolean;
  /** Null: whenever. */
  day: string | null;
}

/** What a policy may say, although it is probably not what was meant. */
export function doubtsOf(policy: Policy, { knowsHolidaysOf, day }: DoubtsAt): Flaw[] {
  return [
    ...unknownCountry(policy, knowsHolidaysOf),
    ...unknownYears(policy, knowsHolidaysOf),
    ...yearAhead(policy, knowsHolidaysOf, day),
    ...idleLadders(policy),
    ...emptySample(policy),
  ];
}

/** Of every country that is known at all, this year is. */
const KNOWN_YEAR = 2026;

function unknownCountry({ calendar }: Policy, knows: (year: number) => boolean): Flaw[] {
  const country = calendar.holidays;
  if (country === null || knows(KNOWN_YEAR)) return [];
  return [{ path: ['calendar', 'holidays'], said: (texts) => texts.unknownCountry(country) }];
}

function unknownYears({ calendar }: Policy, knows: (year: number) => boolean): Flaw[] {
  const country = calendar.holidays;
  if (country === null || !knows(KNOWN_YEAR)) return [];
  return Object.keys(calendar.days)
    .map((day) => ({ day, year: Number(day.slice(0, 4)) }))
    .filter(({ year }) => !knows(year))
    .map(({ day, year }): Flaw => ({
      path: ['calendar', 'days', day],
      isName: true,
      said: (texts) => texts.unknownYear(year, country),
    }));
}

/** Of a year that the policy names days of somebody has thought already. */
function yearAhead({ calendar }: Policy, knows: (year: number) => boolean, day: string | null): Flaw[] {
  const country = calendar.holidays;
  if (country === null || day === null || !knows(KNOWN_YEAR)) return [];
  const year = unknownYearAhead(calendar, knows, day);
  return year === null
    ? []
    : [{ path: ['calendar', 'holidays'], said: (texts) => texts.unknownYearAhead(year, country) }];
}

function idleLadders({ limits, ladders, care }: Policy): Flaw[] {
  const named = new Set([care.ladder, ...Object.values(limits).map(({ ladder }) => ladder)]);
  return Object.keys(ladders)
    .filter((ladder) => !named.has(ladder))
    .map((ladder): Flaw => ({
      path: ['ladders', ladder],
      isName: true,
      said: (texts) => texts.idleLadder(ladder),
    }));
}

function emptySample({ followUps }: Policy): Flaw[] {
  if (followUps.by.sample === undefined || followUps.sampleShare > 0) return [];
  return [{ path: ['followUps', 'sampleShare'], said: (texts) => texts.emptySample() }];
}
