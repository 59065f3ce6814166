import * as en from 'chrono-node/en';
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import { todayAt } from '../../desk/said-day.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import { atHour } from './at-hour.ts';
import { BELIEVED_FOR_MS, ofOffice, type Spell } from './spell.ts';

const lasting =
  /\bfor (?:about |around |approximately |up to )?(\d+(?:\.\d)?|an?|one|two|three|four|five|six|eight|half an?) ?(hours?|days?)\b/;
const numbers: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8 };

/** See `readSpells` of said-times.ts. The words are found by chrono; which instant they mean is worked out by the wall. */
export function readSpells(text: string, toldAt: Date, timeZone: string): Spell[] {
  const reference = { instant: toldAt, timezone: wallClock(toldAt, timeZone).offsetNanoseconds / 60e9 };
  const found = en.casual.parse(text, reference, { forwardDate: true }).filter(({ index, text: words }) => {
    const from = Math.max(text.lastIndexOf('.', index), text.lastIndexOf('\n', index)) + 1;
    const end = /[.\n]/.exec(text.slice(index))?.index;
    const sentence = text.slice(from, end === undefined ? undefined : index + end);
    return !/^for\b/.test(words) && !ofOffice.test(sentence);
  });
  const spells: Spell[] = [];
  for (let index = 0; index < found.length; index += 1) {
    const first = found[index];
    if (!first) continue;
    const second = found[index + 1];
    const gap = second ? text.slice(first.index + first.text.length, second.index) : '';
    const joined =
      first.end === null || first.end === undefined ? /^\s*(?:and|to|till|until|through|-|–)\s*$/.test(gap) : false;
    // "tomorrow, 9am to noon": the day of the next is said before it.
    const isDayOf =
      !first.start.isCertain('hour') && second?.start.isCertain('hour') && /^[\s,:(]*(?:from )?$/.test(gap);
    if (second && isDayOf) {
      spells.push(...spellOf(second, second.end ?? null, { text, toldAt, timeZone, day: dateIn(first.start) }));
      index += 1;
    } else if (second && joined) {
      spells.push(...spellOf(first, second.start, { text, toldAt, timeZone, day: null }));
      index += 1;
    } else spells.push(...spellOf(first, first.end ?? null, { text, toldAt, timeZone, day: null }));
  }
  return spells;
}

interface Around {
  text: string;
  toldAt: Date;
  timeZone: string;
  /** Said apart from the hour. */
  day: Temporal.PlainDate | null;
}

function spellOf(first: ParsedResult, end: ParsedComponents | null, around: Around): Spell[] {
  const { text, toldAt, timeZone } = around;
  const today = todayAt(toldAt, timeZone);
  const saysDay = (said: ParsedComponents): boolean => said.isCertain('day') || said.isCertain('weekday');
  const date = around.day ?? (saysDay(first.start) ? dateIn(first.start) : today) ?? today;
  const at = first.index;
  if (!first.start.isCertain('hour')) {
    const last = (end && dateIn(end)) ?? date;
    const from = atHour(date, 0, timeZone);
    return [{ from, until: atHour(last, 24, timeZone), saysFrom: true, saysUntil: false, at }];
  }
  const hour = hourOf(first, first.start, end);
  const before = text.slice(Math.max(0, at - 24), at);
  if (
    !end &&
    (/\b(?:until|till|by|before|back (?:at|around|by)|restored (?:at|by)|expected)\s*(?:at\s*)?$/.test(before) ||
      /^(?:until|till|by|before)/.test(first.text))
  )
    return [{ from: toldAt, until: atHour(date, hour, timeZone), saysFrom: false, saysUntil: true, at }];
  const from = atHour(date, hour, timeZone);
  if (end) {
    const last = (saysDay(end) && end.isCertain('day') ? dateIn(end) : null) ?? date;
    const plain = atHour(last, hourOf(first, end, first.start), timeZone);
    const until = plain > from ? plain : atHour(date.add({ days: 1 }), hourOf(first, end, first.start), timeZone);
    const isPast = around.day === null && !saysDay(first.start) && until <= toldAt;
    const later = isPast ? 24 * 3_600_000 : 0;
    return [
      {
        from: new Date(from.getTime() + later),
        until: new Date(until.getTime() + later),
        saysFrom: true,
        saysUntil: true,
        at,
      },
    ];
  }
  const lasts = lastsIn(text);
  return [
    {
      from,
      until: new Date(from.getTime() + (lasts ?? BELIEVED_FOR_MS)),
      saysFrom: true,
      saysUntil: lasts !== null,
      at,
    },
  ];
}

/** "from 2 to 5" is in the afternoon, "2am to 5am" is not. */
function hourOf({ text }: ParsedResult, said: ParsedComponents, other: ParsedComponents | null): number {
  const hour = (said.get('hour') ?? 0) + (said.get('minute') ?? 0) / 60;
  const isVague = (one: ParsedComponents): boolean =>
    !/:|[ap]\.?m\b/.test(text) && (one.get('hour') ?? 0) >= 1 && (one.get('hour') ?? 0) <= 6;
  return isVague(said) && (other === null || isVague(other)) ? hour + 12 : hour;
}

function dateIn(said: ParsedComponents): Temporal.PlainDate | null {
  const [year, month, day] = [said.get('year'), said.get('month'), said.get('day')];
  return year && month && day ? Temporal.PlainDate.from({ year, month, day }) : null;
}

function lastsIn(text: string): number | null {
  const match = lasting.exec(text);
  const word = match?.[1];
  if (!match || word === undefined) return null;
  const count = word.startsWith('half') ? 0.5 : (numbers[word] ?? Number(word));
  return count * (match[2]?.startsWith('day') ? 24 : 1) * 3_600_000;
}
