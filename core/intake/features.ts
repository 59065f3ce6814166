import { type Analysis, analyse } from './analysis.ts';
import { isBeside } from './apart.ts';
import { type Around, aroundOf, isReply } from './around.ts';
import { type Danger, dangerIn } from './danger/danger.ts';
import { shareGrams } from './in-common.ts';
import { elsewhere } from './lexicon/elsewhere.ts';
import type { ConceptName } from './lexicon/match.ts';
import type { Thing } from './lexicon/things.ts';
import { gramFeatures } from './model/grams.ts';
import { parsePlaces, type SaidPlace } from './place/parse-places.ts';
import { personalDataIn } from '../text/redact.ts';
import { Remembered } from './remembered.ts';
import { tiedIn } from './tied.ts';
import type { GroupContext, HeardMessage } from './understanding.ts';

/** A feature is on or counted; what is off is left out. */
export type Features = Record<string, number>;

/** Turns a feature on, or counts it; what is false or zero is left out. */
export type SetFeature = (name: string, value: boolean | number) => void;

/** For one list of features. */
export const setterFor =
  (features: Features): SetFeature =>
  (name, value) => {
    if (value) features[name] = Number(value);
  };

/** Everything about a message that the rules ask more than once. */
export interface Hearing {
  message: HeardMessage;
  own: Analysis;
  /** With what the same person said just before and nobody has tied to a matter, small talk apart: people send sentences in pieces. */
  burst: Analysis;
  burstMessages: readonly HeardMessage[];
  placeSaid: boolean;
  places: readonly SaidPlace[];
  danger: Danger | null;
  /** The office, or somebody who speaks for it, is addressed. */
  toOffice: boolean;
  /** How much of what the staff announced within the last hours is spoken of. */
  noticeOverlap: number;
  /** The staff announced something within the last half hour. */
  noticed: boolean;
  replyTo: HeardMessage | null;
  around: Around;
}

const BURST_MS = 4 * 60_000;
const NOTICE_MS = 4 * 60 * 60_000;
const NOTICED_MS = 30 * 60_000;
const elsewhereNames = Object.keys(elsewhere) as (keyof typeof elsewhere)[];
/** What is named although nobody could come and mend it. */
const notPhysical: ReadonlySet<Thing> = new Set([
  'office',
  'conduct',
  'papers',
  'fees',
  'notice',
  'activities',
  'votes',
  'upstairs',
  'pets',
]);
/** What is asked of the office rather than reported to it. */
const askedFor: readonly Thing[] = [
  'office',
  'papers',
  'fees',
  'refund',
  'subsidy',
  'activities',
  'votes',
  'parking',
  'parcel',
  'notice',
];

const calledBy = new Remembered<string, string[]>(1_024);

/** Names by which a staff member is called: 客服小周 → 小周, 工程-秦师傅 → 秦师傅. */
function callNames(name: string): string[] {
  const known = calledBy.get(name);
  if (known) return known;
  const parts = name.split(/[\s\-—_·|/]+/).filter((part) => part.length >= 2);
  const han = /[\p{Script=Han}]{2,3}$/u.exec(name)?.[0];
  const called = [name, ...parts, ...(han ? [han, han.slice(-2)] : [])]
    .filter((one) => one.length >= 2)
    .map((one) => one.toLowerCase());
  return calledBy.keep(name, called);
}

/** Whether it says by which number somebody is reached, as adverts do. */
const namesNumber = (text: string): boolean =>
  /\d(?:[ -]?\d){6}/.test(text) && personalDataIn(text).some(({ kind }) => kind === 'phone');

/** A message in the light of the talk before it. */
export function hear(message: HeardMessage, context: GroupContext): Hearing {
  const tied = tiedIn(context.matters);
  const before: HeardMessage[] = [];
  for (let at = context.recent.length - 1; at >= 0; at--) {
    const earlier = context.recent[at];
    if (!earlier || message.at.getTime() - earlier.at.getTime() > BURST_MS) break;
    if (earlier.senderId !== message.senderId || earlier.senderId === null) continue;
    if (tied.has(earlier.id)) break;
    if (earlier.text && !earlier.forwarded && !isBeside(earlier, context.setting)) before.unshift(earlier);
  }
  const own = analyse(message.text);
  const burst = before.length === 0 ? own : analyse([...before.map(({ text }) => text), message.text].join('\n'));
  const places = parsePlaces(message.text, context.setting);
  let noticeOverlap = 0;
  let noticed = false;
  let toOffice = false;
  for (const earlier of context.recent) {
    if (!earlier.fromStaff || own.size === 0) continue;
    if (!toOffice && callNames(earlier.senderName).some((called) => own.text.includes(called))) toOffice = true;
    if (message.at.getTime() - earlier.at.getTime() > NOTICE_MS || earlier.text.length < 20 || earlier.replyToId)
      continue;
    const notice = analyse(earlier.text);
    if (message.at.getTime() - earlier.at.getTime() <= NOTICED_MS) noticed = true;
    let shared = shareGrams(own, notice);
    for (const thing of own.things) if (notice.things.has(thing)) shared += 2;
    if (shared > noticeOverlap) noticeOverlap = shared;
  }
  return {
    message,
    own,
    burst,
    burstMessages: before,
    placeSaid: places.length > 0,
    places,
    danger: dangerIn(own) ?? (burst === own ? null : dangerIn(burst)),
    toOffice: toOffice || own.concepts.has('staffCall'),
    noticeOverlap: Math.min(noticeOverlap, 4),
    noticed,
    around: aroundOf(message, context),
    replyTo: message.replyToId ? (context.recent.find(({ id }) => id === message.replyToId) ?? null) : null,
  };
}

/** What speaks for and against a message being a new matter for the office, every run of its characters among it. */
export const matterFeatures = (hearing: Hearing): Features => ({
  ...matterSigns(hearing),
  ...gramFeatures('', hearing.own),
});

/** The same without the runs of characters. */
export function matterSigns(hearing: Hearing): Features {
  const { message, own, burst } = hearing;
  const features: Features = { base: 1 };
  const on = setterFor(features);
  for (const concept of own.concepts.keys()) on(`says ${concept}`, true);
  const says = (concept: ConceptName): boolean => own.concepts.has(concept);
  const physical = [...own.things].some((thing) => !notPhysical.has(thing));
  const somewhere = hearing.placeSaid || says('here') || says('home');
  const away = elsewhereNames.filter(says).length;
  const fault = says('fault');
  const unpleasant = says('anger') || says('complain') || says('lasting');
  on('names several things', own.things.size >= 2);
  // "停到几点" names nothing, because the notice has just named it.
  const ofNotice =
    hearing.noticed &&
    away === 0 &&
    !says('askPeers') &&
    /几点|几时|什么时候|多久|哪天|啥时|until|how long|what time|when/.test(own.text);
  on('names nothing', own.things.size === 0 && !ofNotice);
  on('a thing is at fault', fault && physical);
  on('few words, a thing at fault', fault && physical && own.size > 0 && own.size <= 6);
  on('a fault of nothing named', fault && !physical);
  on('a thing at fault, here', fault && physical && somewhere);
  on('a thing, here', physical && somewhere);
  on('a thing, and unhappy', own.things.size > 0 && unpleasant);
  on('unhappy with the office', (says('office') || hearing.toOffice) && unpleasant);
  on('asks about a thing', says('ask') && own.things.size > 0);
  on('asks about service, fees or papers', says('ask') && askedFor.some((thing) => own.things.has(thing)));
  on('a question to the office', hearing.toOffice && (says('ask') || /[?吗么]/.test(own.text)));
  const supply =
    own.things.has('water') || own.things.has('power') || own.things.has('gas') || own.things.has('heating');
  on(
    'asks when a supply stops or comes back',
    supply && says('ask') && /停|来|恢复|几点|几时|什么时候|when|until|what time|\boff\b|back/.test(own.text),
  );
  on(
    'asks for the office',
    (own.things.has('office') || hearing.toOffice) &&
      /电话|号码|几点|上班|下班|在哪|边度|开门|phone|number|hours|open|where/.test(own.text),
  );
  on(
    'a supply is out',
    /(?:停|没|断|冇|无)(?:水|电|气|暖)(?:了|呀|啊|喇|[!,。\s]|$)|停咗[水电]|no (?:water|power|electricity|gas|heat)|(?:power|water|electricity|gas)(?:'s| is| has)? (?:out|off|gone)/.test(
      own.text,
    ),
  );
  on('asks when, right after a notice', ofNotice);
  on('asks neighbours', says('askPeers'));
  on('suggests something about a thing', says('suggest') && own.things.size > 0);
  on('suggests', says('suggest') && own.size >= 8);
  on('praises somebody', says('praise') && own.size >= 8);
  on('asks for somebody to come', says('request') && (fault || physical));
  on('of what was announced', hearing.noticeOverlap / 2);
  on('asks of what was announced', hearing.noticeOverlap >= 2 && (says('ask') || /[?吗么不没]\s*$/.test(own.text)));
  on('a danger', hearing.danger !== null);
  on('a place', hearing.placeSaid);
  on('a telephone number', namesNumber(message.text));
  on('a photo', message.hasPhoto);
  on('no words', own.size === 0);
  on('few words', own.size > 0 && own.size <= 6 && !ofNotice);
  on('some words', own.size >= 14);
  on('many words', own.size >= 24);
  on('very many words', own.size >= 60);
  on('forwarded', message.forwarded);
  on('to the office', hearing.toOffice);
  on('a question mark', /[?]/.test(own.text));
  on(
    'answers a neighbour',
    hearing.replyTo !== null && !hearing.replyTo.fromStaff && hearing.replyTo.senderId !== message.senderId,
  );
  on('speaks of elsewhere', away > 0);
  on('speaks much of elsewhere', away > 1);
  on('elsewhere, nothing of here', away > 0 && own.things.size === 0);
  on('elsewhere, and at fault', away > 0 && fault);
  on('a joke about nothing', says('joke') && own.things.size === 0);
  on('many numbers', (own.text.match(/\d+/g)?.length ?? 0) >= 5);
  if (burst !== own) {
    on('said in pieces: thing and fault', burst.concepts.has('fault') && burst.things.size > 0 && !(fault && physical));
    on('said in pieces: more things', burst.things.size > own.things.size);
    on('said in pieces: unhappy', burst.concepts.has('anger') || burst.concepts.has('complain'));
    on('said in pieces: place', !hearing.placeSaid && /\d栋|单元|\d楼/.test(burst.text));
  }
  const { around } = hearing;
  on('the first word', around.isFirst);
  on(`no reply where replies are ${around.replies}`, around.replies !== null && !isReply(message));
  on('how much of the talk is of matters', around.ofMatters);
  on('after the staff', around.lastByStaff);
  on(`own last word ${around.ownLast}`, true);
  on('lives here, by the name', around.hasHome);
  return features;
}
