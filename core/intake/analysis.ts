import { classesIn } from './lexicon/thesaurus/classes.ts';
import type { Concept, Scope } from './lexicon/concept.ts';
import { type ConceptName, lexicon, matchConcepts } from './lexicon/match.ts';
import { type Thing, things } from './lexicon/things.ts';
import { normalise } from './normalise.ts';
import { Remembered } from './remembered.ts';

/** What a text holds, apart from who said it and when. */
export interface Analysis {
  text: string;
  concepts: ReadonlyMap<ConceptName, string[]>;
  things: ReadonlySet<Thing>;
  /** Pairs of Chinese characters and Latin words that carry meaning: what two texts about one thing share. */
  grams: ReadonlySet<string>;
  /** Fine classes of meaning, by their names. */
  classes: ReadonlySet<string>;
  /** Chinese characters, and two for a Latin word: roughly how much is said. */
  size: number;
}

const thingNames = new Set<string>(Object.keys(things));
const isThing = (name: string): name is Thing => thingNames.has(name);

/** Pairs that any two messages may share. */
const emptyGrams = new Set(
  (
    '我们|你们|他们|我家|你家|谁家|人家|大家|家里|一个|两个|三个|这个|那个|哪个|个人|有人|没人|今天|明天|昨天|早上|晚上|上午|下午|中午|' +
    '什么|怎么|时候|可以|能不|不能|是不|不是|还是|还有|就是|都是|也是|不要|现在|已经|一下|一直|谢谢|请问|知道|有没|没有|一样|到底|' +
    '这么|那么|自己|起来|出来|下来|上来|过来|回来|来了|好了|坏了|又坏|楼上|楼下|小区|物业|师傅|建议|投诉|了我|我的|的是|在我|看到|刚才'
  ).split('|'),
);
const emptyWords = new Set(
  (
    'about|after|again|also|anyone|around|because|been|before|being|could|does|doing|from|have|here|just|know|like|more|much|really|should|since|some|someone|' +
    'still|than|thank|thanks|that|their|them|then|there|these|they|thing|this|time|today|very|want|well|were|what|when|where|which|will|with|would|yesterday|your|building|block|please'
  ).split('|'),
);

/** Rare characters are two units of a string each. */
const charactersOf = (run: string): string[] => Array.from(run);

function gramsOf(runs: readonly (readonly string[])[], words: readonly string[]): Set<string> {
  const grams = new Set<string>();
  for (const run of runs) {
    for (let at = 1; at < run.length; at++) {
      const gram = `${run[at - 1]}${run[at]}`;
      if (!emptyGrams.has(gram)) grams.add(gram);
    }
  }
  for (const word of words)
    for (const letters of word.match(/[a-z]{4,}/g) ?? [])
      if (!emptyWords.has(letters)) grams.add(letters.replace(/(?:s|ing|ed)$/, ''));
  return grams;
}

function analyseFresh(said: string): Analysis {
  const text = normalise(said);
  const concepts = matchConcepts(text);
  const runs = (text.match(/\p{Script=Han}+/gu) ?? []).map(charactersOf);
  const words = text.match(/[a-z']+/g) ?? [];
  return {
    text,
    concepts,
    things: new Set([...concepts.keys()].filter(isThing)),
    grams: gramsOf(runs, words),
    classes: classesIn(text),
    size: runs.reduce((sum, { length }) => sum + length, 2 * words.length),
  };
}

/** The same summaries are read again with every message of a group. */
const remembered = new Remembered<string, Analysis>(4_096);

/** What a text holds. The same text gives the same object for as long as it is remembered, so that others can remember things by it. */
export const analyse = (said: string): Analysis => remembered.get(said) ?? remembered.keep(said, analyseFresh(said));

/** Where the things spoken of are: the most particular place wins, a lift before "my flat", "my flat" before the estate. */
export function scopeOf({ concepts, things: named, text }: Analysis): Scope | null {
  const scopes = new Set<Scope>();
  for (const thing of named) {
    const { scope }: Concept = lexicon[thing];
    if (scope) scopes.add(scope);
  }
  if (named.has('lift') || named.has('clutter')) return 'shared';
  if (concepts.has('home')) return 'home';
  if (concepts.has('here') || /\d+\s*楼|[一二三四五六七八九十]楼|楼顶|顶楼|单元|\d+(?:st|nd|rd|th) floor/.test(text))
    return 'shared';
  if (scopes.has('estate')) return 'estate';
  if (scopes.has('home')) return 'home';
  if (scopes.has('shared')) return 'shared';
  return named.has('water') || named.has('drain') || named.has('leak') || named.has('aircon') ? 'home' : null;
}
