import { describe, expect, it } from 'vitest';
import { isLoopback, judge } from './guard.ts';

const get = (headers: Record<string, string>, hasPassword = false) =>
  judge({ method: 'GET', headers }, { hasPassword });
const post = (headers: Record<string, string>, hasPassword = false) =>
  judge({ method: 'POST', headers }, { hasPassword });

describe('who may read the rooms', () => {
  it.each([
    { told: 'this machine by its address', host: '127.0.0.1:8787', password: false, kind: 'pass' },
    { told: 'this machine by its name', host: 'localhost:8787', password: false, kind: 'pass' },
    { told: 'this machine by its IPv6 address', host: '[::1]:8787', password: false, kind: 'pass' },
    { told: 'a name of another site that points here', host: 'evil.example:8787', password: false, kind: 'refuse' },
    { told: 'a name that only begins like ours', host: '127.0.0.1.evil.example', password: false, kind: 'refuse' },
    { told: 'nobody in particular', host: '', password: false, kind: 'refuse' },
    { told: 'any name, where the password is asked for', host: 'rooms.example', password: true, kind: 'pass' },
  ])('$told: $kind', ({ host, password, kind }) => {
    expect(get({ host }, password).kind).toBe(kind);
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host'])(
    'nobody through a proxy (%s) while there is no password',
    (header) => {
      const headers = { host: '127.0.0.1:8787', [header]: '203.0.113.7' };
      expect(get(headers)).toMatchObject({ kind: 'refuse', status: 403 });
      expect(get(headers, true).kind).toBe('pass');
    },
  );
});

describe('who may change something in the rooms', () => {
  const host = '127.0.0.1:8787';
  it.each([
    { told: 'a page of the rooms', headers: { host, origin: 'http://127.0.0.1:8787' }, kind: 'pass' },
    {
      told: 'a page of the rooms that says only that',
      headers: { host, 'sec-fetch-site': 'same-origin' },
      kind: 'pass',
    },
    { told: 'a page on another port', headers: { host, origin: 'http://127.0.0.1:9000' }, kind: 'refuse' },
    { told: 'a page of another site', headers: { host, origin: 'https://evil.example' }, kind: 'refuse' },
    { told: 'a page without an origin', headers: { host, origin: 'null' }, kind: 'refuse' },
    { told: 'a sibling site', headers: { host, 'sec-fetch-site': 'same-site' }, kind: 'refuse' },
    { told: 'a program that says nothing', headers: { host }, kind: 'refuse' },
  ])('$told: $kind', ({ headers, kind }) => {
    expect(post(headers).kind).toBe(kind);
    expect(post(headers, true).kind).toBe(kind);
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.3.2.1', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.5', false],
  ['128.0.0.1', false],
])('listening on %s reaches this machine only: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
