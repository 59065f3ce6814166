import { describe, expect, it } from 'vitest';
import { LoginThrottle, pauseAfterMs } from './login-throttle.ts';
import { sessionCookie, Sessions } from './session.ts';

const now = new Date('2026-11-21T01:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const month = 30 * 24 * 60 * 60 * 1000;

describe('a session', () => {
  const sessions = new Sessions('桂花香');
  const { token } = sessions.issue(now);

  it('holds for thirty days, to the instant, also after a restart', () => {
    expect(sessions.isValid(token, later(month - 1))).toBe(true);
    expect(sessions.isValid(token, later(month))).toBe(false);
    expect(new Sessions('桂花香').isValid(token, now)).toBe(true);
  });

  it('ends for everybody when the password is changed', () => {
    expect(new Sessions('另一个').isValid(token, now)).toBe(false);
  });

  it('cannot be prolonged or made up by whoever holds it', () => {
    const [until = '', ...rest] = token.split('.');
    expect(sessions.isValid([String(Number(until) + 1), ...rest].join('.'), now)).toBe(false);
    expect(sessions.isValid(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, now)).toBe(false);
    expect(sessions.isValid('', now)).toBe(false);
  });

  it('knows the password, whole and only', () => {
    expect(sessions.isPassword('桂花香')).toBe(true);
    expect(sessions.isPassword('桂花')).toBe(false);
    expect(sessions.isPassword('')).toBe(false);
  });

  it('is found among other cookies', () => {
    expect(sessionCookie('a=1; linli_rooms=x.y.z; b=2')).toBe('x.y.z');
    expect(sessionCookie('xlinli_rooms=x')).toBe('');
    expect(sessionCookie(undefined)).toBe('');
  });
});

describe('wrong passwords', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 1000],
    [4, 2000],
    [9, 64_000],
    [12, 300_000],
    [10_000, 300_000],
  ])('after %i in a row the next is not looked at for %i ms', (failures, pause) => {
    expect(pauseAfterMs(failures)).toBe(pause);
  });

  it('hold up only the address they come from, and only until the right one comes', () => {
    const throttle = new LoginThrottle();
    for (let time = 0; time < 4; time += 1) throttle.wrong('10.0.0.7', now);
    expect(throttle.waitMs('10.0.0.7', later(500))).toBe(1500);
    expect(throttle.waitMs('10.0.0.7', later(2000))).toBe(0);
    expect(throttle.waitMs('10.0.0.8', now)).toBe(0);
    throttle.right('10.0.0.7');
    throttle.wrong('10.0.0.7', now);
    expect(throttle.waitMs('10.0.0.7', now)).toBe(0);
  });

  it('from very many addresses are forgotten in the end, the oldest first', () => {
    const throttle = new LoginThrottle();
    for (let time = 0; time < 3; time += 1) throttle.wrong('first', now);
    for (let index = 0; index < 999; index += 1) throttle.wrong(`10.${index}`, now);
    expect(throttle.waitMs('first', now)).toBe(1000);
    throttle.wrong('one more', now);
    expect(throttle.waitMs('first', now)).toBe(0);
  });
});
