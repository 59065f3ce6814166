import type { Flaw } from './flaw.ts';
import type { Policy } from './policy.ts';

/**
 * What a policy may say, although it is probably not what was meant.
 * @param knowsHolidaysOf whether public holidays of a year are known for the policy's country
 */
export function doubtsOf(policy: Policy, knowsHolidaysOf: (year: number) => boolean): Flaw[] {
  return [
    ...unknownCountry(policy, knowsHolidaysOf),
    ...unknownYears(policy, knowsHolidaysOf),
    ...idleLadders(policy),
    ...emptySample(policy),
  ];
}

/** Of every country that is known at all, this year is. */
const KNOWN_YEAR = 2026;

function unknownCountry({ calendar }: Policy, knows: (year: number) => boolean): Flaw[] {
  if (calendar.holidays === null || knows(KNOWN_YEAR)) return [];
  const message = `no public holidays are known for ${calendar.holidays}: every day goes by the week`;
  const mend = 'write the code of a country as in "holidays: CN", or "holidays: null" and name the days under "days"';
  return [{ path: ['calendar', 'holidays'], message, mend }];
}

function unknownYears({ calendar }: Policy, knows: (year: number) => boolean): Flaw[] {
  if (calendar.holidays === null || !knows(KNOWN_YEAR)) return [];
  return Object.keys(calendar.days)
    .filter((day) => !knows(Number(day.slice(0, 4))))
    .map((day) => ({
      path: ['calendar', 'days', day],
      isName: true,
      message: `the public holidays of ${day.slice(0, 4)} are not known yet for ${calendar.holidays}`,
      mend: 'the other days of that year go by the week: write its holidays here, too, or update linli when they are announced',
    }));
}

function idleLadders({ limits, ladders }: Policy): Flaw[] {
  const named = new Set(Object.values(limits).map(({ ladder }) => ladder));
  return Object.keys(ladders)
    .filter((ladder) => !named.has(ladder))
    .map((ladder) => ({
      path: ['ladders', ladder],
      isName: true,
      message: 'no line of the limits names this ladder',
      mend: `name it in a line ("ladder: ${ladder}"), or take it away with "${ladder}: null"`,
    }));
}

function emptySample({ followUps }: Policy): Flaw[] {
  if (followUps.by.sample === undefined || followUps.sampleShare > 0) return [];
  const message = 'a sample of nothing is followed up';
  return [
    { path: ['followUps', 'sampleShare'], message, mend: 'write a share such as 10%, or "sample: null" under "by"' },
  ];
}
