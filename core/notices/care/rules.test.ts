import { describe, expect, it } from 'vitest';
import { festivalOn } from './festivals.ts';
import { readWellbeing } from './read-wellbeing.ts';
import { nextAsk } from './schedule.ts';

describe('an answer to "are you well?"', () => {
  it.each([
    ['我很好', 'well'],
    ['好', 'well'],
    ['挺好的，谢谢关心', 'well'],
    ['都好都好👍', 'well'],
    ['早上好，我很好', 'well'],
    ['沒事', 'well'],
    ['一切都好，謝謝你們', 'well'],
    ['几好，有心', 'well'],
    ['不用来，我没事', 'well'],
    ["I'm fine, thank you", 'well'],
    ['all good', 'well'],
    ['Good morning! Doing well, thanks', 'well'],
    ['不需要帮助', 'well'],
    ['需要帮助', 'help'],
    ['今天头晕', 'help'],
    ['有点不舒服', 'help'],
    ['昨晚摔了一跤', 'help'],
    ['不太好', 'help'],
    ['我唔舒服', 'help'],
    ['請派個人來一下', 'help'],
    ['I fell last night', 'help'],
    ["I don't feel so well", 'help'],
    ['can you send someone please', 'help'],
    ['能来个人吗', 'help'],
    // Neither, or not plainly: for somebody to read.
    ['还好吗', null],
    ['你好吗', null],
    ['停水了', null],
    ['不用来，但是有点晕', null],
    ['好像有人敲门', null],
    ['电梯坏了', null],
    ['', null],
    // A danger is for the understanding.
    ['厨房着火了救命', null],
    ['煤气味好大，头晕', null],
  ])('%s: %s', (text, wellbeing) => expect(readWellbeing(text)).toBe(wellbeing));
});

describe('when somebody is asked next', () => {
  const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7], askAt: '09:00' };
  it.each([
    ['later today', daily, '2026-11-23T08:59:00+08:00', '2026-11-23T09:00:00+08:00'],
    ['exactly now: tomorrow', daily, '2026-11-23T09:00:00+08:00', '2026-11-24T09:00:00+08:00'],
    ['over the end of the year', daily, '2026-12-31T10:00:00+08:00', '2027-01-01T09:00:00+08:00'],
    [
      'on the same weekday a week later',
      { weekdays: [1], askAt: '09:00' },
      '2026-11-23T09:00:00+08:00',
      '2026-11-30T09:00:00+08:00',
    ],
    ['on Wednesday', { weekdays: [1, 3], askAt: '15:30' }, '2026-11-23T16:00:00+08:00', '2026-11-25T15:30:00+08:00'],
  ])('%s', (_told, schedule, after, next) =>
    expect(nextAsk(schedule, new Date(after), 'Asia/Shanghai')).toEqual(new Date(next)),
  );

  it('in the night when the clocks change, by the wall', () => {
    const next = nextAsk(daily, new Date('2026-03-07T15:00:00Z'), 'America/New_York');
    expect(next).toEqual(new Date('2026-03-08T13:00:00Z'));
  });
});

describe('festivals', () => {
  it.each([
    ['2027-01-01', 'new_year'],
    ['2027-02-06', 'spring'],
    ['2027-02-07', null],
    ['2027-02-20', 'lantern'],
    ['2026-06-19', 'dragon_boat'],
    ['2026-09-25', 'mid_autumn'],
    ['2026-10-18', 'double_ninth'],
    ['2026-10-01', 'national'],
    // The fifth of the leap sixth month is no festival.
    ['2025-07-29', null],
  ])('%s is %s', (day, festival) => expect(festivalOn(day, 'CN')).toBe(festival));

  it('of one country are not kept in others', () => {
    expect(festivalOn('2026-10-01', 'TW')).toBeNull();
    expect(festivalOn('2026-10-01', null)).toBeNull();
    expect(festivalOn('2026-10-01', 'HK')).toBe('national');
  });
});
