import { type Analysis, analyse } from './analysis.ts';
import { type Danger, dangerIn } from './danger/danger.ts';
import type { Hearing } from './features.ts';
import { sharedThings, shareGrams } from './in-common.ts';
import type { Concept } from './lexicon/concept.ts';
import type { ConceptName } from './lexicon/match.ts';
import { type Thing, things } from './lexicon/things.ts';
import { parsePlaces } from './place/parse-places.ts';
import { isReporter } from './reporters.ts';
import type { GroupSetting, HeardMessage, KnownMatter } from './understanding.ts';

const MINUTE = 60_000;

/** Nothing but thanks, "received", "ok", a call (物业在吗), a name, a mark. */
const courtesy =
  /^(?:收到|已收到|好的?|好滴|好嘞|好耶|行吧?|嗯|哦|噢|喔|ok(?:ay|k)?|知道了|明白|了解|没事|不客气|谢谢|谢了|谢啦|多谢晒?|唔该晒?|感谢|辛苦了?|麻烦了?|太好了|棒|赞|在吗|在嗎|在么|在不在|师傅|物业|管家|客服|大家|各位|您|你们?|啊|呀|啦|喇|了|们|hello|hi|hey|thanks?|thank|you|thx|ty|tysm|cheers|great|good|nice|perfect|so much|a lot|very|much|all|guys|noted|got it|roger|received|will do|no problem|np|oh no|oh|wow|[^\p{Letter}\p{Number}+?])+$/u;

/** Things that one cause puts out of order together, or that are one complaint in other words. */
const families: readonly (readonly Thing[])[] = [
  ['water', 'drain', 'leak', 'heating', 'aircon', 'fabric'],
  ['power', 'light', 'lift', 'intercom', 'door'],
  ['door', 'intercom', 'guard', 'stranger', 'camera', 'theft', 'barrier'],
  ['rubbish', 'smell', 'pests', 'cleaning', 'drain', 'plants', 'clutter'],
  ['parking', 'barrier', 'charger', 'ebike', 'fireLane'],
  ['noise', 'renovation', 'upstairs', 'pets', 'cigarettes', 'smell', 'leak'],
  ['fees', 'refund', 'subsidy', 'papers', 'office', 'notice'],
  ['gas', 'smell', 'heating'],
  ['falling', 'fabric', 'upstairs', 'cigarettes'],
  ['ebike', 'power', 'clutter', 'fireSafety', 'charger', 'fireLane'],
  ['office', 'conduct', 'parcel', 'guard'],
];
const familiesOf = new Map<Thing, number[]>();
for (const [at, family] of families.entries())
  for (const thing of family) familiesOf.set(thing, [...(familiesOf.get(thing) ?? []), at]);

function akin(one: Thing, other: Thing): boolean {
  if (one === other) return true;
  const theirs = familiesOf.get(other);
  return theirs !== undefined && (familiesOf.get(one)?.some((family) => theirs.includes(family)) ?? false);
}

/** What is already told of where such a danger comes to light: a lift that stands before the words "she is in there". */
const befalls: Readonly<Record<Danger, readonly Thing[]>> = {
  'somebody shut in a lift': ['lift', 'power'],
  'gas in the air': ['gas', 'smell', 'heating'],
  'fire or smoke': ['smell', 'power', 'light', 'charger', 'ebike', 'fireSafety', 'rubbish', 'cigarettes', 'aircon'],
  'live electricity': ['power', 'light', 'water', 'leak', 'door', 'charger', 'ebike'],
  'parts of the building falling': ['fabric', 'falling', 'aircon', 'plants', 'renovation'],
  'a main pipe burst': ['water', 'drain', 'leak', 'heating', 'fireSafety'],
  violence: ['noise', 'stranger', 'guard', 'upstairs', 'conduct', 'theft'],
  'somebody collapsed or hurt': ['lift', 'fabric', 'stranger', 'noise', 'falling'],
  'a child in danger': ['lift', 'upstairs', 'door', 'falling'],
  'somebody cannot be reached': ['water', 'upstairs', 'drain', 'leak'],
};

/** Dangers of people, which need no thing to be told: a word of one is no word on something to be mended that it cannot befall. */
const ofPeople: ReadonlySet<Danger> = new Set<Danger>([
  'violence',
  'somebody collapsed or hurt',
  'somebody cannot be reached',
  'a child in danger',
]);

/** What is plainly the same, by whomever: "somebody is in there" of a lift that stands. */
const tellingThings = (danger: Danger): readonly Thing[] =>
  danger === 'somebody shut in a lift'
    ? ['lift']
    : danger === 'gas in the air'
      ? ['gas', 'smell']
      : danger === 'fire or smoke'
        ? ['smell']
        : [];

const areaOfThing = (thing: Thing): Concept['area'] => {
  const { area }: Concept = things[thing];
  return area;
};

const SMALL_TALK = 'small talk';
const OTHER_THINGS = 'names other things';

const nobodysWork: readonly ConceptName[] = [
  'weather',
  'leisure',
  'trade',
  'greeting',
  'belongings',
  'news',
  'otherPlace',
  'lost',
  'memory',
];
/** Of these, what somebody says before they report, and means apart from it. */
const smallTalk: readonly ConceptName[] = ['weather', 'leisure', 'trade', 'greeting', 'news', 'joke'];
/** A sentence that the next one may end: "天气这么热还不开". */
const opens = /还|不|没|冇|唔|怎|咋|点解|\b(?:not|no|never|still|why)\b|n't/;
const ofTheMatter: readonly ConceptName[] = [
  'fault',
  'chase',
  'settled',
  'correction',
  'meToo',
  'lasting',
  'request',
  'home',
  'here',
];

function someOf(set: ReadonlySet<Thing>, is: (thing: Thing) => boolean): boolean {
  for (const thing of set) if (is(thing)) return true;
  return false;
}

/** Whether a text names a thing that another names too, or one that goes out of order together with it. */
export const namesAlike = (own: Analysis, about: readonly Analysis[]): boolean =>
  someOf(own.things, (thing) => about.some((text) => someOf(text.things, (other) => akin(thing, other))));

/** Whether a message only thanks, greets, calls or says "received": it belongs to nothing, also as a reply. */
export const isCourtesy = ({ message, own }: Pick<Hearing, 'message' | 'own'>): boolean =>
  !message.hasPhoto &&
  !message.hasVoice &&
  own.text !== '' &&
  own.size <= 24 &&
  courtesy.test(own.text) &&
  !own.concepts.has('settled');

/** Whether a text is of leisure, the weather, the news and the like. */
export const isSmallTalk = ({ concepts }: Analysis): boolean => smallTalk.some((one) => concepts.has(one));

/**
 * Whether what somebody said before has nothing to do with what they say next, as far as its words show: a courtesy, or small talk that names
 * nothing out of order. Pieces of a sentence ("我一楼", "又来了") are no such thing.
 */
export function isBeside(earlier: HeardMessage, setting: GroupSetting): boolean {
  const own = analyse(earlier.text);
  if (isCourtesy({ message: earlier, own })) return true;
  const says = (concept: ConceptName): boolean => own.concepts.has(concept);
  const isSmall = isSmallTalk(own) && !opens.test(own.text);
  return (
    isSmall &&
    !ofTheMatter.some(says) &&
    !someOf(own.things, (thing) => thing !== 'office') &&
    parsePlaces(earlier.text, setting).length === 0
  );
}

/** So many characters of small talk tell of nothing else. */
const SHORT_TALK = 16;

/**
 * What nobody who types one thing after the other means as more of the same, whatever the model believes: another thing that is out of order,
 * and a few words of the weather or a greeting. Takes and returns a reason of {@link seemsApart}; null where the model is to weigh it.
 */
export const apartByRule = ({ own: { concepts, size } }: Hearing, unlike: string | null): string | null =>
  unlike === OTHER_THINGS ||
  (unlike === SMALL_TALK && size <= SHORT_TALK && (concepts.has('weather') || concepts.has('greeting')))
    ? unlike
    : null;

/**
 * Why a message hardly belongs to a known matter, as people type one thing after the other: small talk, another thing that is out of order;
 * null when nothing speaks against it, or when it replies to the matter. The model weighs it by the very words that are returned: a reason
 * that is put in other words counts for nothing until the model is trained again.
 *
 * @param about what is said in the matter
 */
export function seemsApart(hearing: Hearing, matter: KnownMatter, about: readonly Analysis[]): string | null {
  const { message, own } = hearing;
  const says = (concept: ConceptName): boolean => own.concepts.has(concept);
  const shown = message.hasPhoto || message.hasVoice;
  if (message.replyToId !== null && matter.messages.includes(message.replyToId)) return null;
  const reporter = isReporter(message, matter);
  const alike = namesAlike(own, about);
  const shared = about.some((text) => shareGrams(own, text, 1) > 0);
  const small = nobodysWork.some(says) || says('joke');
  const kept = reporter
    ? alike || ofTheMatter.some(says)
    : says('fault') || says('home') || says('settled') || says('correction');
  if (small && !shown && !hearing.placeSaid && !kept) return SMALL_TALK;
  const silent = own.size > 0 && own.things.size === 0 && !shown && !hearing.placeSaid && !shared;
  if (silent && !reporter && !ofTheMatter.some(says) && !says('agree') && !says('ask') && !says('anger'))
    return 'of another writer, and names nothing of it';
  if (says('praise') && !says('fault') && own.size >= 10 && matter.kind !== 'praise' && !alike)
    return 'praises somebody';
  const speaks = says('fault') || says('ask') || says('suggest') || says('complain') || says('lost');
  if (own.things.size === 0 || alike || shared || !speaks || says('correction') || says('chase')) return null;
  const sameArea = someOf(own.things, (thing) => areaOfThing(thing) === matter.area);
  return !sameArea || says('fault') || says('suggest') || says('ask') ? OTHER_THINGS : null;
}

/**
 * Why a message that tells of danger cannot belong to a known matter, whatever the model believes; null when it can, and when it tells of
 * none. A danger opens a matter of its own, unless somebody names the very thing that is known, or its reporter is still telling of it. Where the
 * matter is an emergency already, only another danger stands apart.
 *
 * @param about what is said in the matter
 */
export function apartInDanger(
  { danger, message, own, placeSaid, places }: Hearing,
  matter: KnownMatter,
  about: readonly Analysis[],
): string | null {
  if (danger === null) return null;
  const reporter = isReporter(message, matter);
  const inReply = message.replyToId !== null && matter.messages.includes(message.replyToId);
  const shared = about.some((text) => sharedThings(own, text) > 0);
  const [said] = places;
  const isElsewhere = Boolean(said?.building && matter.place.building && said.building !== matter.place.building);
  // What others tell of is near where they name the very thing, or need not; what may befall a thing only its reporter tells of.
  const near = reporter
    ? namesAlike(own, about) || befalls[danger].some((thing) => about.some(({ things: known }) => known.has(thing)))
    : (shared ||
        inReply ||
        tellingThings(danger).some((thing) => about.some(({ things: known }) => known.has(thing)))) &&
      !isElsewhere;
  const minutes = (message.at.getTime() - matter.lastMessageAt.getTime()) / MINUTE;
  if (matter.urgency === 'emergency') {
    const known = dangerIn({ text: about.map(({ text }) => text).join('\n') });
    return known === danger || dangerIn(own) === null || known === null || (near && minutes <= 10)
      ? null
      : 'another danger';
  }
  if (matter.settledAt !== null || minutes > 30) return 'a danger of its own';
  const isOfSomethingElse = matter.kind === 'repair' && ofPeople.has(danger);
  const bare = own.things.size === 0 && !placeSaid && !isOfSomethingElse;
  return near || (reporter && (bare || dangerIn(own) === null) && minutes <= 10) ? null : 'a danger of its own';
}
