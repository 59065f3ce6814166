import { describe, expect, it } from 'vitest';
import { fitsPattern, mappingSchema, matterOf } from './mapping.ts';
import { readReport } from './read-report.ts';

const nowhere = { building: null, unit: null, room: null, spot: null };
const bytes = (body: unknown): Buffer => Buffer.from(JSON.stringify(body));

describe('the names of devices that a pattern means', () => {
  it.each([
    ['smoke-*', 'smoke-301', true],
    ['smoke-*', 'Smoke-', true],
    ['smoke-*', 'nosmoke-1', false],
    ['*-roof', 'fan-roof', true],
    ['*-roof', 'fan-roof-2', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['*', 'anything', true],
    ['lift.1', 'liftx1', false],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'a1c2b', false],
    [`${'*a'.repeat(39)}b`, 'a'.repeat(80), false],
  ])('%s, %s: %s', (pattern, device, fits) => {
    expect(fitsPattern(pattern, device)).toBe(fits);
  });
});

describe('what a report is about', () => {
  const mapping = mappingSchema.parse({
    area: 'security',
    place: { building: '3' },
    rules: [
      { device: 'smoke-*', event: ['9', 'fire'], urgency: 'emergency' },
      { device: 'smoke-*', kind: 'repair', urgency: 'high', place: { spot: 'roof' } },
      { event: ['battery'], area: 'facilities' },
    ],
  });
  const place = { ...nowhere, building: '3' };
  it.each([
    ['no rule fits', 'door-1', null, { urgency: 'normal', area: 'security', kind: 'repair', place }],
    ['device and event', 'smoke-1', '9', { urgency: 'emergency', area: 'security', kind: 'repair', place }],
    [
      'the device alone',
      'smoke-1',
      'battery',
      { urgency: 'high', area: 'security', kind: 'repair', place: { ...nowhere, spot: 'roof' } },
    ],
    ['the event alone', 'door-1', 'battery', { urgency: 'normal', area: 'facilities', kind: 'repair', place }],
  ])('%s', (_told, device, event, matter) => {
    expect(matterOf(mapping, { device, event, place: null })).toEqual(matter);
  });

  it('the device itself says where it is', () => {
    const said = { ...nowhere, spot: 'B2' };
    expect(matterOf(mapping, { device: 'smoke-1', event: '9', place: said })).toMatchObject({ place: said });
  });
});

describe('a report in the JSON of another maker', () => {
  const mapping = mappingSchema.parse({
    pick: {
      device: '$.dev.id',
      alarm: '$.events[0].state',
      text: '$.events[0].note',
      kind: '$.events[0].code',
      at: '$.ts',
    },
    alarmWhen: ['ALARM', 'FAULT'],
  });
  const event = { state: 'ALARM', code: 9, note: ' smoke\n on\u0000 3 ' };

  it('is read where the mapping says', () => {
    expect(readReport(bytes({ dev: { id: 301 }, events: [event], ts: 1_795_312_800 }), mapping)).toEqual({
      kind: 'read',
      said: {
        device: '301',
        alarm: true,
        text: 'smoke on 3',
        at: new Date(1_795_312_800_000),
        place: null,
        event: '9',
      },
    });
  });

  it.each([
    [
      'another state is no alarm',
      { dev: { id: 'a' }, events: [{ ...event, state: 'OK' }] },
      { said: { alarm: false } },
    ],
    [
      'milliseconds are told from seconds',
      { dev: { id: 'a' }, events: [event], ts: 1_795_312_800_000 },
      { said: { at: new Date(1_795_312_800_000) } },
    ],
    [
      'a state of another type is none',
      { dev: { id: 'a' }, events: [{ ...event, state: false }] },
      { kind: 'unreadable' },
    ],
    ['the field is not there', { dev: {}, events: [event] }, { kind: 'unreadable' }],
    ['what every object has is no field', { dev: { id: 'a' }, events: 'constructor' }, { kind: 'unreadable' }],
  ])('%s', (_told, body, read) => {
    expect(readReport(bytes(body), mapping)).toMatchObject(read);
  });

  it('a device with a very long name is known by its beginning', () => {
    const read = readReport(bytes({ device: 'x'.repeat(200), alarm: true }), mappingSchema.parse({}));
    expect(read).toMatchObject({ said: { device: 'x'.repeat(80) } });
  });

  it('bytes that are no UTF-8 are no report', () => {
    expect(readReport(Buffer.from([0x7b, 0xff, 0x7d]), mapping)).toMatchObject({ kind: 'unreadable' });
  });
});
