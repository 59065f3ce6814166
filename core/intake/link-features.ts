import type { Analysis } from './analysis.ts';
import { isReply } from './around.ts';
import type { Link, Ranks, Surroundings } from './candidates.ts';
import { type Features, type Hearing, type SetFeature, setterFor } from './features.ts';
import { whenOf } from './late-features.ts';
import type { ConceptName } from './lexicon/match.ts';
import { isReporter } from './reporters.ts';

const MINUTE = 60_000;

const ofElsewhere: readonly ConceptName[] = [
  'news',
  'otherPlace',
  'belongings',
  'trade',
  'leisure',
  'greeting',
  'lost',
  'memory',
];

/** How many messages were said after the last one of a matter, roughly, in words that name a feature. */
const sinceOf = (count: number): string =>
  count === 0
    ? 'nothing'
    : count === 1
      ? 'one'
      : count <= 3
        ? 'few'
        : count <= 8
          ? 'some'
          : count <= 20
            ? 'many'
            : 'very many';

/** Notes what of the words and of their meanings stands in a matter, too, each by its name: some of it says more than the rest. */
function noteShared(on: SetFeature, own: Analysis, about: readonly Analysis[]): void {
  for (const gram of own.grams) if (about.some(({ grams }) => grams.has(gram))) on(`shares “${gram}`, 0.5);
  let count = 0;
  for (const name of own.classes)
    if (about.some(({ classes }) => classes.has(name))) {
      on(`shares {${name}}`, 0.5);
      count++;
    }
  on('shared meanings', Math.min(4, count) / 2);
}

/** What speaks for and against a message belonging to a known matter. */
export function linkFeatures(
  hearing: Hearing,
  { matter, about, unlike }: Link,
  around: Surroundings,
  ranks: Ranks,
): Features {
  const { message, own } = hearing;
  const features: Features = { base: 1 };
  const on = setterFor(features);
  const says = (concept: ConceptName): boolean => own.concepts.has(concept);
  const minutes = (message.at.getTime() - matter.lastMessageAt.getTime()) / MINUTE;
  const when = minutes > 90 && minutes <= 720 ? 'within 12 h' : whenOf(minutes);
  const reporter = isReporter(message, matter);
  const who = reporter ? 'reporter' : 'another';
  let shared = 0;
  for (const thing of own.things) if (thing !== 'office' && about.some(({ things }) => things.has(thing))) shared++;
  let grams = 0;
  for (const gram of own.grams) if (grams < 3 && about.some((text) => text.grams.has(gram))) grams++;
  const inReply = message.replyToId !== null && matter.messages.includes(message.replyToId);
  const last = around.previous !== null && matter.messages.includes(around.previous.id);
  const ownLast = around.previousOwn !== null && matter.messages.includes(around.previousOwn.id);
  const soon = minutes <= 6;
  const chase = says('chase') || says('anger');
  const joins = says('meToo') || says('agree');

  on(`${who}, ${when}`, true);
  on('reporter', reporter);
  on('reporter, and it is their last word', ownLast);
  on('reporter, their last word, soon', ownLast && soon);
  on('reporter, right after', ownLast && last && soon);
  on('another, right after', last && !reporter);
  on('another, right after, me too', last && !reporter && joins);
  on('another, me too, within 20 min', !reporter && minutes <= 20 && joins);
  on('another, me too, about the same', !reporter && joins && (shared > 0 || grams > 0));
  on('another, agrees to no suggestion', !reporter && says('agree') && matter.kind !== 'suggestion');
  on('another, agrees to a suggestion', last && !reporter && says('agree') && matter.kind === 'suggestion');
  on('in reply', inReply);
  on('in reply, reporter', inReply && reporter);
  on('in reply, another, me too', inReply && !reporter && joins);
  on('in reply, another, a joke', inReply && !reporter && (says('joke') || says('thanks')));
  on('in reply, another, about the same', inReply && !reporter && shared + grams > 0);
  on('in reply, another, at fault', inReply && !reporter && (says('fault') || says('lasting')));
  on('in reply to something else', message.replyToId !== null && !inReply);
  const { replies } = hearing.around;
  const here = last ? 'right after' : 'later';
  on(`${who}, ${here}, no reply where replies are ${replies}`, replies !== null && !isReply(message));
  on('the same things', Math.min(2, shared));
  on('the same words', grams);
  on('the same things, reporter', reporter && shared > 0);
  on('the same words, reporter', reporter ? grams : 0);
  on('the same things, another, soon', !reporter && shared > 0 && minutes <= 20);
  on('the same things and words', shared > 0 && grams > 0);
  on('nothing in common', shared + grams === 0 && own.size > 0);
  on('nothing in common, another, not in reply', shared + grams === 0 && !reporter && !inReply && !says('meToo'));
  on('other things', own.things.size > 0 && shared === 0);
  on('other things, at fault', own.things.size > 0 && shared === 0 && says('fault'));
  on('other things, reporter later', own.things.size > 0 && shared + grams === 0 && reporter && !soon);
  on('only a photo, reporter', own.size === 0 && message.hasPhoto && ownLast && soon);
  on('only a photo, another', own.size === 0 && message.hasPhoto && !reporter);
  on('chases, reporter', chase && reporter);
  on('chases, reporter, about the same', chase && reporter && shared + grams > 0);
  on('chases, about the same', chase && shared + grams > 0);
  on('asks when, about the same', says('ask') && shared + grams > 0 && reporter);
  on('corrects, reporter', says('correction') && reporter && soon);
  on('only a place, soon', hearing.placeSaid && own.size <= 8 && soon);
  on('a fault again, settled before', matter.settledAt !== null && says('fault'));
  on('settled before', matter.settledAt !== null);
  on('settled before, not soon', matter.settledAt !== null && !soon);
  on('settled before, a fault, not soon', matter.settledAt !== null && says('fault') && !soon);
  on('settled before, reporter soon', matter.settledAt !== null && reporter && soon);
  on('says it is settled', says('settled'));
  on('says it is settled, still open', says('settled') && matter.settledAt === null && (reporter || shared > 0));
  on('thanks', says('thanks') && own.size <= 16);
  on('a joke', says('joke'));
  on('few words, another', own.size <= 6 && !reporter && own.size > 0);
  on('speaks of elsewhere', ofElsewhere.some(says));
  on('forwarded', message.forwarded);
  on('suggests', says('suggest') && matter.kind !== 'suggestion' && !reporter);
  on('at home, another, about the same', !reporter && says('home') && shared + grams > 0);
  on(
    'answers the staff',
    !ownLast &&
      reporter &&
      around.previous !== null &&
      around.previous.fromStaff &&
      matter.messages.includes(around.previous.id),
  );
  if (around.said) {
    const { building, unit } = around.said;
    const conflict =
      (building && matter.place.building && building !== matter.place.building) ||
      (building === matter.place.building && unit && matter.place.unit && unit !== matter.place.unit);
    on('another place', Boolean(conflict));
    on('another place, no correction', Boolean(conflict) && !says('correction'));
    on('the same building', building !== null && building === matter.place.building);
    on('the same building and things', building !== null && building === matter.place.building && shared > 0);
  }
  const first = around.near(matter.messages[0]);
  on('the opener', first !== undefined && first.senderId === message.senderId);
  on(`${who}, the newest`, ranks.newest === matter.id);
  on('reporter, their newest', ranks.newestOwn === matter.id);
  on('reporter, their only one', reporter && ranks.owns === 1);
  on('another, while the writer has one', !reporter && ranks.owns > 0);
  on(`${who}, the most alike`, ranks.mostAlike === matter.id);
  on('another one is more alike', ranks.mostAlike !== null && ranks.mostAlike !== matter.id);
  on('answered, reporter', reporter && around.isAnswered(matter));
  if (unlike !== null) on(`${who}, ${unlike}`, true);
  noteShared(on, own, about);
  on(`${who}, ${sinceOf(around.since(matter))} since`, true);
  on('an emergency, soon', matter.urgency === 'emergency' && minutes <= 20);
  for (const concept of own.concepts.keys()) on(`says ${concept}, ${who}`, true);
  on(`${last ? 'right after' : 'not right after'}, ${who}, ${matter.kind}`, true);
  on(`told by ${Math.min(3, matter.reporterIds.length)}, ${who}`, true);
  return features;
}
