import { defaultPolicy } from '../../policy/default-policy.ts';
import { type Hearing, hear } from '../features.ts';
import { GroupMemory } from '../memory.ts';
import { parsePlaces } from '../place/parse-places.ts';
import { homeOf } from '../place/place-of.ts';
import { understand } from '../understand.ts';
import type {
  Act,
  GroupContext,
  GroupSetting,
  HeardMessage,
  KnownMatter,
  Place,
  Understand,
  Understanding,
} from '../understanding.ts';
import { wordsBehind } from '../words-behind.ts';

/** A line of the chat that counted, and as what. */
export interface AroundLine {
  as: 'in_reply_to' | 'said_before' | 'notice' | 'opened_it' | 'last_of_it';
  message: HeardMessage;
}

/** What linli makes of one message of a chat, and why. */
export interface Explained {
  message: HeardMessage;
  acts: Act[];
  /** How much it is believed that it opens a matter; null where that was not weighed. */
  believed: number | null;
  /** From how much belief on something is done, or asked. */
  thresholds: { act: number; ask: number };
  /** Strongest first, with the words of the message that stand behind each. */
  reasons: { what: string; weight: number; words: string[] }[];
  around: AroundLine[];
  place: {
    /** Every place that the words name, in their order. */
    said: Omit<Place, 'spot'>[];
    /** Where the writer is known to live. */
    home: Omit<Place, 'spot'> | null;
    /** Where the matter is in the end; null where nothing was opened. */
    taken: Place | null;
  };
  /** The danger that was read in the words, if any. */
  danger: string | null;
  /** The matters that it belongs to, as they were known before. */
  ties: KnownMatter[];
}

/** As long a notice is looked at. */
const NOTICE_MS = 4 * 60 * 60_000;

/** Replays a chat up to a message and tells what is made of it. Null when the chat has no such message. Pure. */
export function explainMessage(
  messages: readonly HeardMessage[],
  setting: GroupSetting,
  id: string,
  understands: Understand = understand,
): Explained | null {
  const memory = new GroupMemory(setting);
  for (const message of messages) {
    const context = memory.context(message.at);
    if (message.id === id) return explained(message, context, understands(message, context));
    memory.hear(message, understands(message, context));
  }
  return null;
}

function explained(message: HeardMessage, context: GroupContext, { acts, explanation }: Understanding): Explained {
  const hearing = hear(message, context);
  const opened = acts.find((act) => act.kind === 'report' || act.kind === 'doubt' || act.kind === 'late_report');
  const ties = acts.flatMap((act) =>
    act.kind === 'addition' || act.kind === 'answer' ? context.matters.filter(({ id }) => id === act.matterId) : [],
  );
  const { understanding } = defaultPolicy;
  const words = [...hearing.burstMessages.map(({ text }) => text), message.text].join('\n');
  return {
    message,
    acts,
    believed: explanation.believed ?? opened?.matter.confidence ?? null,
    thresholds: context.setting.thresholds ?? { act: understanding.actFrom, ask: understanding.askFrom },
    reasons: explanation.reasons.map((reason) => ({ ...reason, words: wordsBehind(reason.what, words) })),
    around: aroundOf(message, hearing, context, ties),
    place: {
      said: parsePlaces(message.text, context.setting).map(({ building, unit, room }) => ({ building, unit, room })),
      home: message.fromStaff ? null : homeOf(message, context.setting),
      taken: opened?.matter.place ?? null,
    },
    danger: message.fromStaff ? null : hearing.danger,
    ties,
  };
}

function aroundOf(
  message: HeardMessage,
  hearing: Hearing,
  { recent }: GroupContext,
  ties: readonly KnownMatter[],
): AroundLine[] {
  const found: AroundLine[] = [];
  const add = (as: AroundLine['as'], line: HeardMessage | null | undefined): void => {
    if (line && !found.some((known) => known.message.id === line.id)) found.push({ as, message: line });
  };
  add('in_reply_to', hearing.replyTo);
  for (const earlier of hearing.burstMessages) add('said_before', earlier);
  if (hearing.noticeOverlap > 0 || hearing.noticed) {
    const since = message.at.getTime() - NOTICE_MS;
    add(
      'notice',
      recent.findLast(
        ({ fromStaff, text, replyToId, at }) =>
          fromStaff && text.length >= 20 && replyToId === null && at.getTime() >= since,
      ),
    );
  }
  for (const { messages } of ties) {
    add(
      'opened_it',
      recent.find(({ id }) => id === messages[0]),
    );
    add(
      'last_of_it',
      recent.find(({ id }) => id === messages.at(-1)),
    );
  }
  return found.toSorted((a, b) => a.message.at.getTime() - b.message.at.getTime());
}

/** Ids that look most like one that is not there: the nearest numbers, else those with the longest common beginning. */
export function nearestIds(messages: readonly HeardMessage[], id: string, count = 5): string[] {
  const wanted = Number(id);
  const ids = messages.map((message) => message.id);
  const numbers = ids.every((known) => /^-?\d+$/.test(known));
  const distance = (known: string): number => {
    if (numbers && /^-?\d+$/.test(id)) return Math.abs(Number(known) - wanted);
    let shared = 0;
    while (shared < known.length && known[shared] === id[shared]) shared++;
    return -shared;
  };
  const nearest = new Set(
    ids
      .map((known) => ({ known, far: distance(known) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, count)
      .map(({ known }) => known),
  );
  return ids.filter((known) => nearest.delete(known));
}
