import { type Analysis, analyse } from './analysis.ts';
import { namesAlike } from './apart.ts';
import { type Features, setterFor } from './features.ts';
import { sharedThings, shareGrams } from './in-common.ts';
import { logit, ownMatters, whenOf } from './late-features.ts';
import { parsePlaces, type SaidPlace } from './place/parse-places.ts';
import { isAnnouncement } from './staff.ts';
import type { Suspected } from './suspected.ts';
import type { GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

const MINUTE = 60_000;

/** What is asked of one word of the staff for everything that it could answer, worked out once. */
export interface Answering {
  message: HeardMessage;
  said: Analysis;
  place: SaidPlace | undefined;
  announces: boolean;
  namesSomebody: boolean;
  /** How many messages of residents lie between; 99 where it is long ago. */
  between: (id: string) => number;
  /** Whether the word names this person. */
  named: (senderId: string | null) => boolean;
}

/** A word of the staff among the talk before it. */
export function answering(message: HeardMessage, context: GroupContext): Answering {
  const said = analyse(message.text);
  const names = new Map<string, string>();
  for (const { senderId, senderName, fromStaff } of context.recent)
    if (senderId !== null && !fromStaff && senderName.length > 1) names.set(senderId, senderName.toLowerCase());
  const isNamed = new Map<string, boolean>();
  const text = said.text;
  const raw = message.text.toLowerCase();
  for (const [id, name] of names) {
    const short = /[\p{Script=Han}]{2,4}$/u.exec(name)?.[0] ?? name;
    isNamed.set(id, raw.includes(name) || (short.length >= 2 && raw.includes(short)) || text.includes(name));
  }
  const distance = new Map<string, number>();
  let count = 0;
  for (let at = context.recent.length - 1; at >= 0; at--) {
    const earlier = context.recent[at];
    if (!earlier) continue;
    distance.set(earlier.id, count);
    if (!earlier.fromStaff) count++;
  }
  return {
    message,
    said,
    place: parsePlaces(message.text, context.setting)[0],
    announces: isAnnouncement(said),
    namesSomebody: [...isNamed.values()].some(Boolean),
    between: (id) => distance.get(id) ?? 99,
    named: (id) => id !== null && (isNamed.get(id) ?? false),
  };
}

/** What speaks for a word of the staff answering an earlier message that nobody took for a matter. */
export function lateAnswerFeatures(
  how: Answering,
  { message: earlier, believed }: Suspected,
  context: GroupContext,
): Features {
  const { message, said, between, named } = how;
  const about = analyse(earlier.text);
  const features: Features = { base: 1, believed: logit(believed) };
  const on = setterFor(features);
  const minutes = (message.at.getTime() - earlier.at.getTime()) / MINUTE;
  const lines = between(earlier.id);
  const inReply = message.replyToId === earlier.id;
  on(`staff, ${whenOf(minutes)}`, true);
  on('staff, in reply', inReply);
  on('staff, in reply to something else', message.replyToId !== null && !inReply);
  const names = named(earlier.senderId);
  on('staff, names the writer', names);
  on('staff, names somebody else', !names && how.namesSomebody);
  on(`staff, ${lines >= 6 ? 'more' : lines} lines between`, true);
  on('staff, right after, soon', lines === 0 && minutes <= 20);
  on('staff, the same things', sharedThings(said, about));
  on('staff, the same words', shareGrams(said, about, 3));
  on('staff, believed, names the writer', names ? logit(believed) : 0);
  on('staff, believed, in reply', inReply ? logit(believed) : 0);
  ownMatters(on, earlier, context);
  on('staff, an announcement', how.announces);
  on('staff, a question', /[?？吗]/.test(earlier.text));
  return features;
}

/** Both name things, and none of them is of one sort. */
const namesOther = (said: Analysis, about: Analysis): boolean =>
  said.things.size > 0 && about.things.size > 0 && !namesAlike(said, [about]);

/** What speaks for a word of the staff answering a known matter. */
export function answerFeatures(how: Answering, matter: KnownMatter): Features {
  const { message, said, between, named, place } = how;
  const about = analyse(matter.summary);
  const features: Features = { base: 1 };
  const on = setterFor(features);
  const minutes = (message.at.getTime() - matter.lastMessageAt.getTime()) / MINUTE;
  const inReply = message.replyToId !== null && matter.messages.includes(message.replyToId);
  on(`staff, ${whenOf(minutes)}`, true);
  on('staff, in reply', inReply);
  on('staff, in reply to something else', message.replyToId !== null && !inReply);
  const names = matter.reporterIds.some((id) => named(id));
  on('staff, names a reporter', names);
  on('staff, names somebody else', !names && how.namesSomebody);
  const lines = Math.min(...matter.messages.map((id) => between(id)));
  on(`staff, ${lines >= 6 ? 'more' : lines} lines between`, true);
  on('staff, the same things', Math.min(2, sharedThings(said, about)));
  on('staff, names other things', namesOther(said, about));
  on('staff, the same words', Math.min(3, shareGrams(said, about, 3)));
  on(
    'staff, the same building',
    place?.building !== null && place?.building !== undefined && place.building === matter.place.building,
  );
  on(
    'staff, another building',
    Boolean(place?.building && matter.place.building && place.building !== matter.place.building),
  );
  on('staff, settled before', matter.settledAt !== null);
  on('staff, an announcement', how.announces);
  on(`staff, ${matter.kind}`, true);
  return features;
}
