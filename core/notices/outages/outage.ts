import type { Notice } from '../../../prisma/generated/client.ts';
import { normalise } from '../../intake/normalise.ts';
import { audienceOf } from '../notice.ts';
import { buildingsNamed, type NamedPlace } from './buildings-named.ts';
import { readSpells } from './said-times.ts';
import { BELIEVED_FOR_MS, type Spell } from './spell.ts';
import { announcedIn, clausesOf, nowWords, outageThings, type OutageThing } from './things.ts';

/** A notice, as far as it tells what is out, where and when. */
export type TellingNotice = Pick<Notice, 'text' | 'audience' | 'isDrill' | 'liveAt' | 'effectiveAt' | 'endsAt'> & {
  /** When the words that stand now were first told. */
  toldAt: Date;
};

/** One stretch of an outage, with whom it is for; no places: everybody whom the notice is for. */
export interface OutageSpell extends Omit<Spell, 'at'> {
  places: readonly NamedPlace[];
}

/** What a notice announces as out. */
export interface Outage {
  things: readonly OutageThing[];
  /** In the order of time; never empty. */
  spells: readonly OutageSpell[];
}

/**
 * Reads from a notice which things it announces as out, where and when (P8a); null where it announces no outage, was not told, or is a
 * drill. What managers wrote into its fields (`生效`, `至`) holds before what stands in its words. Works without any time are an outage only
 * where they are going on; an outage without an end is believed for a day.
 */
export function readOutage(
  notice: TellingNotice,
  { timeZone, buildings }: { timeZone: string; buildings: readonly string[] },
): Outage | null {
  if (notice.isDrill || notice.liveAt === null) return null;
  const text = normalise(notice.text);
  const clauses = clausesOf(text);
  const announcing = clauses.filter((clause) => announcedIn(clause).length > 0);
  const things = outageThings.filter((thing) => announcing.some((clause) => announcedIn(clause).includes(thing)));
  if (things.length === 0) return null;
  const said = readSpells(text, notice.toldAt, timeZone);
  const { effectiveAt, endsAt, toldAt } = notice;
  if (
    said.length === 0 &&
    !effectiveAt &&
    !endsAt &&
    !announcing.some((clause) => nowWords.test(clause) || isUrgent(clause))
  )
    return null;
  const everywhere = placesOf(notice, text, buildings);
  const placed = said.map(({ at, ...spell }) => {
    const own = buildingsNamed(lineAt(text, at), buildings);
    return { ...spell, places: own.length > 0 ? own : everywhere };
  });
  const spells = byFields(placed, { effectiveAt, endsAt, toldAt, places: everywhere });
  return { things, spells: spells.toSorted((a, b) => a.from.getTime() - b.from.getTime()) };
}

/** "停水", "停电" alone, without a time, is told because it is so. */
const isUrgent = (clause: string): boolean => /停[水电气暖梯网]|断[水电网]|no (?:water|power|gas)|outage/.test(clause);

/** The buildings that its words name, else those whom it is for. */
function placesOf(notice: TellingNotice, text: string, known: readonly string[]): NamedPlace[] {
  const named = buildingsNamed(text, known);
  if (named.length > 0) return named;
  return audienceOf(notice).buildings.map((label) => ({ building: label.toUpperCase(), unit: null }));
}

const lineAt = (text: string, at: number): string => {
  const from = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(from, end < 0 ? undefined : end);
  // Of "3栋 24日9点到12点；5栋 25日9点到12点" each part has its own buildings.
  let start = 0;
  for (const part of line.split(/(?<=[;；])/)) {
    if (at - from < start + part.length) return part;
    start += part.length;
  }
  return line;
};

type Fields = { effectiveAt: Date | null; endsAt: Date | null; toldAt: Date; places: readonly NamedPlace[] };

function byFields(said: OutageSpell[], { effectiveAt, endsAt, toldAt, places }: Fields): OutageSpell[] {
  const [first] = said;
  const last = said.at(-1);
  const from = effectiveAt ?? first?.from ?? toldAt;
  if (!first || !last) {
    const until = endsAt ?? new Date(from.getTime() + BELIEVED_FOR_MS);
    return [{ from, until, saysFrom: effectiveAt !== null, saysUntil: endsAt !== null, places }];
  }
  // Several stretches keep their pauses, unless it was said anew until when it lasts.
  const kept =
    said.length > 1 && !effectiveAt
      ? said.filter((spell) => !endsAt || spell.from < endsAt)
      : [{ ...first, until: last.until, saysUntil: last.saysUntil }];
  const begun = kept.map((spell, index) => (index === 0 && effectiveAt ? { ...spell, from, saysFrom: true } : spell));
  if (!endsAt) return begun;
  const lastIndex = begun.length - 1;
  const ended = begun.map((spell, index) =>
    index === lastIndex ? { ...spell, until: endsAt, saysUntil: true } : spell,
  );
  // What was written beside the words cannot be: the field holds from when it was told.
  return ended.length > 0 && ended.every((spell) => spell.from < spell.until)
    ? ended
    : [{ from: toldAt, until: endsAt, saysFrom: false, saysUntil: true, places }];
}
