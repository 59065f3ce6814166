import type { Place } from '../intake/understanding.ts';
import type { Mapping } from './mapping.ts';

/** What a device says. */
export interface MachineSaid {
  device: string;
  /** False: all is well again. */
  alarm: boolean;
  text: string;
  /** The device's time; null where it names none. */
  at: Date | null;
  place: Place | null;
  /** The event code; null where it names none. */
  event: string | null;
}

export type ReadReport = { kind: 'read'; said: MachineSaid } | { kind: 'unreadable'; mend: string };

const fields = ['device', 'alarm', 'text', 'at', 'place', 'kind'] as const;
type Field = (typeof fields)[number];

/** Reads the body of a report by the mapping of its source. What is wrong is said in words for whoever sets the device up. */
export function readReport(body: Uint8Array, mapping: Mapping): ReadReport {
  const json = parsed(body);
  if (json === undefined) return wrong('The body must be JSON in UTF-8.');
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return wrong('The body must be a JSON object.');
  const pathOf = (field: Field): string => mapping.pick[field] ?? `$.${field}`;
  const valueOf = (field: Field): unknown => valueAt(json, pathOf(field)) ?? null;

  const device = wordsOf(valueOf('device'), 80);
  if (!device) return wrong(`${pathOf('device')} must name the device in 1 to 80 characters.`);
  const alarm = alarmOf(valueOf('alarm'), mapping);
  if (alarm === null) return wrong(`${pathOf('alarm')} must be ${alarmsIn(mapping)}.`);
  const text = optional(valueOf('text'), 500);
  if (text === undefined) return wrong(`${pathOf('text')} must be a text, if it is there.`);
  const event = optional(valueOf('kind'), 80);
  if (event === undefined) return wrong(`${pathOf('kind')} must be a text or a number, if it is there.`);
  const at = timeOf(valueOf('at'));
  if (at === undefined)
    return wrong(`${pathOf('at')} must be a time such as 2026-11-23T02:10:00+08:00 or Unix seconds, if it is there.`);
  const place = placeIn(valueOf('place'));
  if (place === undefined) {
    return wrong(`${pathOf('place')} must be a text, or an object with building, unit, room, spot, if it is there.`);
  }
  return { kind: 'read', said: { device, alarm, text: text ?? '', at, place, event } };
}

const wrong = (mend: string): ReadReport => ({ kind: 'unreadable', mend });

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** The value at a path such as `$.readings[0].value`; undefined where there is none. Inherited properties are none. */
function valueAt(json: object, path: string): unknown {
  const keys = [...path.slice(1).matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? index ?? '');
  let value: unknown = json;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** One line without control characters, shortened; null where it is no text and no number, or empty. */
function wordsOf(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const line = String(value)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, longest).join('').toWellFormed() || null;
}

/** Null where nothing is there, undefined where something else is. */
function optional(value: unknown, longest: number): string | null | undefined {
  if (value === null || value === '') return null;
  return wordsOf(value, longest) ?? (typeof value === 'string' ? null : undefined);
}

function alarmOf(value: unknown, { alarmWhen }: Mapping): boolean | null {
  if (typeof value !== 'boolean' && typeof value !== 'string' && typeof value !== 'number') return null;
  // A value of another type tells of a mapping that does not fit, and is no all-clear.
  return alarmWhen.some((one) => typeof one === typeof value) ? alarmWhen.includes(value) : null;
}

function alarmsIn({ alarmWhen }: Mapping): string {
  const isPlain = alarmWhen.every((one) => typeof one === 'boolean');
  return isPlain ? 'true or false' : `one of ${JSON.stringify(alarmWhen)} for an alarm, or another value of that type`;
}

function timeOf(value: unknown): Date | null | undefined {
  if (value === null) return null;
  if (typeof value === 'number') return ofSeconds(value);
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(value)) return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : new Date(ms);
}

/** Unix time in seconds, or in milliseconds where it is too large for seconds. Years outside of 2001–2100 are none. */
function ofSeconds(value: number): Date | undefined {
  const ms = value >= 1e11 ? value : value * 1000;
  return ms >= 1e12 && ms < 4.1e12 ? new Date(Math.round(ms)) : undefined;
}

function placeIn(value: unknown): Place | null | undefined {
  if (value === null) return null;
  if (typeof value === 'string') {
    const spot = wordsOf(value, 40);
    return spot ? { building: null, unit: null, room: null, spot } : null;
  }
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const part = (name: string): string | null => wordsOf(valueAt(value, `$.${name}`), 40);
  const place = { building: part('building'), unit: part('unit'), room: part('room'), spot: part('spot') };
  return Object.values(place).some((one) => one !== null) ? place : null;
}
