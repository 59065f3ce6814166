import { normalise } from '../intake/normalise.ts';

/** What a question wants to know. */
type Wanted = 'when' | 'where' | 'how' | 'how_much' | 'phone' | 'who' | 'why' | 'whether';

/** A question as far as it can be compared with another: what it wants to know, and the words of what it is about. */
export interface QuestionWords {
  wants: ReadonlySet<Wanted>;
  /** Pairs of characters and whole words, with what each weighs. */
  tokens: ReadonlyMap<string, number>;
}

/** In this order: "怎么收费" asks for the price, and not for the way. What is found is taken out. */
const asked: readonly [Wanted, RegExp][] = [
  [
    'phone',
    /(?:联系|服务|值班)?(?:电话|手机|联系)(?:号码?|方式)?|热线|\b(?:phone|telephone|hotline|number to call|contact)(?: numbers?)?\b/gu,
  ],
  [
    'how_much',
    /(?:怎么|如何|是怎么)?收费(?:标准)?|多少钱|什么价格?|价格|价钱|费用(?:标准)?|贵不贵|\bhow much\b|\b(?:price|cost|charge)s?\b/gu,
  ],
  [
    'when',
    /(?:营业|开放|上班|办公|服务|开门|工作)?时间|什么时候|啥时候|何时|几点钟?|多久|多长时间|几号|哪天|哪一天|星期几|周几|\bwhen\b|\bwhat time\b|\bhow long\b|\buntil when\b|\b(?:opening |office |working )?hours\b/gu,
  ],
  ['why', /为什么|为啥|为何|怎么回事|咋回事|什么原因|\bwhy\b/gu],
  [
    'where',
    /(?:在|去|到|从)?(?:哪里|哪儿|哪个地方|什么地方|哪)(?!个|些|位|天|种|家)|位置|地址|地点|\bwhere\b|\b(?:address|location)\b/gu,
  ],
  ['who', /谁|哪位|哪个人|\bwho\b|\bwhom\b/gu],
  [
    'how',
    /怎么办(?!理)|怎么样?|怎样|如何|咋|流程|手续|步骤|方法|(?:要|需要|需)?(?:带|准备)?(?:什么|哪些|啥)(?:材料|资料|证件|东西)?|\bhow (?:do|can|to|should|would)\b|\bhow\b|\bwhat do (?:i|we) need\b|\bprocedure\b|\bsteps\b/gu,
  ],
  [
    'whether',
    /能不能|可不可以|可以不可以|有没有|是不是|是否|会不会|要不要|需不需要|用不用|[吗嘛]|^(?:can|could|may|is|are|do|does|will|should)\b/gu,
  ],
];

/** Politeness and words that say nothing of what is asked about. */
const empty =
  /请问|您好|你好|想问|问一?下|咨询|麻烦|谢谢|多谢|辛苦|大家|各位|大佬|我们|咱们?|你们|这个|那个|现在|一下|一张|一个|需要|可以|应该|知道|还是|小区|[的了呢啊吧呀哈哦额嗯是要能会有请我你您想在去到给就也都再还得把被跟和与及或]/gu;
/** Which building is meant, is told by the ticket, and not by the question. */
const places = /\d+\s*(?:号楼|单元|栋|幢|座|号|室|层|楼)/gu;

const emptyEnglish = new Set(
  (
    'the a an is are am was be been do does did can could may i we you he she they my our your to of for in on at by with and or ' +
    'please hi hello there what which it this that have has get got any some me us would should will from about if as'
  ).split(' '),
);

/** Said in several ways. */
const sames: readonly [RegExp, string][] = [
  [/缴纳|交纳|缴交|缴/gu, '交'],
  [/办理|申办|申请/gu, '办'],
  [/门卡|楼卡/gu, '门禁卡'],
  [/停车位|泊车位/gu, '车位'],
  [/无线网络?|wi-?fi/gu, 'wifi'],
  [/开门|营业|开放|上班/gu, '开'],
  [/下班|打烊|关门/gu, '关'],
  [/房租|租金/gu, '租金'],
  [/号码|几号/gu, '号'],
];

/** Reads what a question asks; the same in Simplified and Traditional characters. */
export function questionWords(text: string): QuestionWords {
  let said = normalise(text).replaceAll(places, ' ');
  const wants = new Set<Wanted>();
  for (const [wanted, pattern] of asked) {
    const left = said.replaceAll(pattern, ' ');
    if (left !== said) wants.add(wanted);
    said = left;
  }
  said = sames.reduce((rest, [pattern, same]) => rest.replaceAll(pattern, same), said).replaceAll(empty, ' ');
  const tokens = new Map<string, number>();
  for (const run of said.match(/\p{Script=Han}+/gu) ?? []) {
    const letters = Array.from(run);
    if (letters.length === 1) tokens.set(run, Math.max(tokens.get(run) ?? 0, 0.5));
    for (let at = 0; at + 1 < letters.length; at++) tokens.set(`${letters[at]}${letters[at + 1]}`, 1);
  }
  for (const word of said.match(/[a-z0-9][a-z0-9'-]*/gu) ?? []) if (!emptyEnglish.has(word)) tokens.set(stem(word), 1);
  return { wants, tokens };
}

/** Near enough to compare by: fees and fee, payment and pay, parking and park. */
const stem = (word: string): string =>
  word
    .replace(/'s$|(?<=[^su]{2})s$|(?<=ee)s$/u, '')
    .replace(/(?<=\w{3})(?:ment|ing|ed)$/u, '')
    .replace(/([b-df-hj-np-tv-z])\1$/u, '$1');

/**
 * How much two questions ask the same, from 0 to 1. Where both say what they want to know and want different things ("游泳池几点开" and
 * "游泳池多少钱"), it is 0, however much else they share.
 */
export function likeness(a: QuestionWords, b: QuestionWords): number {
  if (!wantsAlike(a.wants, b.wants)) return 0;
  const all = weight(a.tokens) + weight(b.tokens);
  if (all === 0) return 0;
  let common = 0;
  for (const [token, points] of a.tokens) if (b.tokens.has(token)) common += points + (b.tokens.get(token) ?? 0);
  const isOther = hasOwn(a.tokens, b.tokens) && hasOwn(b.tokens, a.tokens);
  return (common / all) * (isOther ? EACH_ITS_OWN : 1);
}

/** Each names something that the other does not: "泳池开门" and "泳池换水" share the pool, and not the matter. */
const EACH_ITS_OWN = 0.8;
const hasOwn = (a: QuestionWords['tokens'], b: QuestionWords['tokens']): boolean =>
  [...a.keys()].some((token) => !b.has(token));

/** The way and the place are often asked for one another: "在哪交" and "怎么交". */
function wantsAlike(a: ReadonlySet<Wanted>, b: ReadonlySet<Wanted>): boolean {
  if (a.size === 0 || b.size === 0) return true;
  const main = (wants: ReadonlySet<Wanted>): Wanted[] => {
    const only = [...wants].filter((one) => one !== 'whether');
    return (only.length > 0 ? only : [...wants]).map((one) => (one === 'where' ? 'how' : one));
  };
  return main(a).some((one) => main(b).includes(one));
}

export const weight = (tokens: ReadonlyMap<string, number>): number =>
  [...tokens.values()].reduce((sum, points) => sum + points, 0);

/** Whether it says plainly what it wants to know, so that it can be compared strictly. */
export const saysWhatItWants = ({ wants }: QuestionWords): boolean => wants.size > 0;
