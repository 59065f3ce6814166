import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundCommunity } from '../../people/communities.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { checkHolidays } from './check-holidays.ts';
import { unknownYearAhead } from './holidays-ahead.ts';

describe('the holidays of a year that nobody knows', () => {
  const knows = (year: number): boolean => year === 2026;
  const cn = { holidays: 'CN', days: {} };
  it.each([
    { told: 'the last of November is too early to ask for the next year', day: '2026-11-30', year: null },
    { told: 'from the first of December on the next year is asked for', day: '2026-12-01', year: 2027 },
    { told: 'on the last day of the year, too', day: '2026-12-31', year: 2027 },
    { told: 'on New Year it is the present one', day: '2027-01-01', year: 2027 },
    { told: 'in December of an unknown year it is still that one', day: '2027-12-01', year: 2027 },
  ])('$told', ({ day, year }) => {
    expect(unknownYearAhead(cn, knows, day)).toBe(year);
  });

  it('makes no difference to who keeps no holidays, or named days of that year', () => {
    const days = { '2027-02-06': { open: [], because: '春节' } };
    expect(unknownYearAhead({ holidays: null, days: {} }, knows, '2026-12-31')).toBeNull();
    expect(unknownYearAhead({ holidays: 'CN', days }, knows, '2026-12-31')).toBeNull();
  });
});

describe('linli doctor looks at the holidays', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('of all communities, as their walls show the day', async () => {
    const founded = new Date('2026-11-01T00:00:00Z');
    expect(await checkHolidays(database.db, founded)).toMatchObject({ kind: 'unused' });
    const estate = { name: '桂花园', locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
    await database.db.$transaction((tx) => foundCommunity(tx, estate, founded));
    expect(await checkHolidays(database.db, founded)).toMatchObject({ kind: 'well' });
    // No calendar reaches so far; it is midnight in Shanghai.
    expect(await checkHolidays(database.db, new Date('2050-11-30T16:00:00Z'))).toMatchObject({
      kind: 'ill',
      says: expect.stringContaining('CN 2050'),
    });
  });
});
