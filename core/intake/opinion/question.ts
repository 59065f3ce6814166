import type { Area, GroupContext, HeardMessage, Kind, KnownMatter } from '../understanding.ts';
import { createMask } from './mask.ts';
import { isSpokenToModel } from './spoken-to-model.ts';

/** So many lines of talk before the doubtful one, none older than this, none longer. */
const LINES = 12;
const NOT_OLDER_MS = 6 * 3_600_000;
const LONGEST_LINE = 300;
/** The doubtful one may be longer: what it comes to may stand at its end. */
const LONGEST_MESSAGE = 3_000;
/** So many open matters of the group, the newest. */
const MATTERS = 8;

/** A line of talk as it leaves the house. */
export interface TalkLine {
  /** `A`, `B`, … in the order in which they speak; `office` for everybody of the office. */
  by: string;
  minutesBefore: number;
  text: string;
  photo?: true;
}

/** What a language model is asked about a doubtful message: nothing in it says who or where. */
export interface OpinionQuestion {
  /** Names the question; an answer that does not repeat it belongs to another one. */
  ref: string;
  before: TalkLine[];
  message: TalkLine;
  matters: { number: number; kind: Kind; area: Area; place: string; summary: string; minutesBefore: number }[];
  /** The tickets of `matters`, in their order. They stay in the house. */
  ticketIds: string[];
  /** Somebody writes to the model in these lines: what it says of them decides nothing. */
  isTampered: boolean;
}

/**
 * Puts the question together: the message, the talk before it, the open matters of its group, all masked.
 * @param around.names residents on record who are named in the talk
 * @param around.office how those who work for the office are called
 */
export function questionFrom(
  message: HeardMessage,
  context: Pick<GroupContext, 'recent' | 'matters'>,
  around: { ref: string; estate: string; names: readonly string[]; office: readonly string[] },
): OpinionQuestion {
  const at = message.at.getTime();
  const before = context.recent
    .filter((said) => said.id !== message.id && said.at.getTime() <= at && at - said.at.getTime() <= NOT_OLDER_MS)
    .slice(-LINES);
  const by = letters([...before, message]);
  const mask = createMask({ estate: around.estate, names: labels([...before, message], by, around) });
  const line = (said: HeardMessage, longest = LONGEST_LINE): TalkLine => ({
    by: by.get(speakerOf(said)) ?? '?',
    minutesBefore: Math.max(0, Math.round((at - said.at.getTime()) / 60_000)),
    text: mask(said.text).slice(0, longest).toWellFormed(),
    ...(said.hasPhoto ? { photo: true as const } : {}),
  });
  const open = context.matters.filter(({ settledAt }) => settledAt === null).slice(0, MATTERS);
  return {
    ref: around.ref,
    before: before.map((said) => line(said)),
    message: line(message, LONGEST_MESSAGE),
    matters: open.map((matter, index) => ({
      number: index + 1,
      kind: matter.kind,
      area: matter.area,
      place: placeOf(matter),
      summary: mask(matter.summary),
      minutesBefore: Math.max(0, Math.round((at - matter.openedAt.getTime()) / 60_000)),
    })),
    ticketIds: open.map(({ id }) => id),
    isTampered:
      [...before, message].some(({ text }) => isSpokenToModel(text)) ||
      open.some(({ summary }) => isSpokenToModel(summary)),
  };
}

const OFFICE = 'office';

/** Whoever cannot be told apart by an id is told apart by the name. */
const speakerOf = ({ senderId, senderName, fromStaff }: HeardMessage): string =>
  fromStaff ? OFFICE : (senderId ?? `name:${senderName}`);

function letters(talk: readonly HeardMessage[]): Map<string, string> {
  const by = new Map<string, string>([[OFFICE, OFFICE]]);
  for (const said of talk) {
    const speaker = speakerOf(said);
    if (!by.has(speaker)) by.set(speaker, String.fromCharCode(64 + by.size));
  }
  return by;
}

/** What stands for each name: a letter for who speaks here, so that it stays clear who is spoken to. */
function labels(
  talk: readonly HeardMessage[],
  by: ReadonlyMap<string, string>,
  { names, office }: { names: readonly string[]; office: readonly string[] },
): Map<string, string> {
  const all = new Map<string, string>(names.map((name) => [name, '[name]']));
  for (const name of office) all.set(name, `[${OFFICE}]`);
  for (const said of talk) {
    const label = `[${by.get(speakerOf(said)) ?? '?'}]`;
    for (const name of namesOf(said.senderName)) all.set(name, label);
  }
  return all;
}

/** People carry their flat in their name, and are called by what is left of it: 3-2-501 李姐 is 李姐. */
function namesOf(shown: string): string[] {
  const called = shown.replaceAll(/[0-9#()（）[\]【】·._\s–—－-]+|[栋棟幢座室房]|单元|單元|号楼|號樓/g, '');
  return [shown.trim(), called].filter((name) => name.length > 1);
}

/** Never the room. */
function placeOf({ place: { building, unit } }: KnownMatter): string {
  return [building === null ? '' : `building ${building}`, unit === null ? '' : `stairwell ${unit}`]
    .filter((part) => part !== '')
    .join(', ');
}
