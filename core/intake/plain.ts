import type { Hearing } from './features.ts';
import { elsewhere } from './lexicon/elsewhere.ts';
import type { ConceptName } from './lexicon/match.ts';
import { type Thing, things } from './lexicon/things.ts';
import type { Concept } from './lexicon/concept.ts';

/** From how much belief on plain words open a matter: people who say what is broken, and nothing else, mean it. */
export const PLAIN_FROM = 0.25;
/** As much as a plain report says: Chinese characters, or two for a Latin word. */
const AT_MOST = 18;

const twists: readonly ConceptName[] = [
  ...(Object.keys(elsewhere) as (keyof typeof elsewhere)[]),
  'joke',
  'askPeers',
  'ask',
  'suggest',
  'agree',
  'praise',
  'thanks',
  'settled',
];

/** What stands in other areas, and is mended like the rest. */
const fixtures: ReadonlySet<Thing> = new Set(['barrier', 'charger', 'camera']);

const isOfTheHouse = (thing: Thing): boolean => {
  const { area }: Concept = things[thing];
  return area === 'facilities' || fixtures.has(thing);
};

/** Whether a message says in a few plain words that something of the house is out of order ("the barrier is broken", "我家厨房漏水了"), without any twist. */
export function isPlainReport({ own, burst, replyTo, message }: Hearing): boolean {
  if (own.size === 0 || own.size > AT_MOST || burst !== own || replyTo !== null || message.forwarded) return false;
  if (!own.concepts.has('fault') || twists.some((one) => own.concepts.has(one))) return false;
  return [...own.things].some(isOfTheHouse) && !/[?？]|[吗嗎呢吧么]\s*$|如果|要是|万一|\bif\b/.test(own.text);
}
