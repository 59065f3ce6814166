import { simplify } from '../../text/simplify.ts';
import type { Answer, Question } from './questions.ts';

/**
 * What somebody says when they are asked.
 * - `out_of_range`: it answers the question, with something that cannot be chosen.
 * - `too_many`: several, where one is wanted.
 * - `back`, `skip`, `quit`: what they want instead.
 * - `none`: it is something else.
 */
export type AnswerRead =
  | { kind: 'answer'; answer: Exclude<Answer, null> }
  | { kind: 'out_of_range' | 'too_many' | 'back' | 'skip' | 'quit' | 'none' };

const LONGEST_WORDS = 1_000;
const STOPS = /[\s。.!！~～、,，]+$/u;

const BACK = /^(?:上一题|上一步|返回|back|previous)$/;
const SKIP = /^(?:跳过|略过|不答|下一题|skip|next)$/;
const QUIT = /^(?:退出|不答了|不填了|不做了|结束|quit|exit|stop)$/;

/** How people say it in words, from the best to the worst, on a scale of five. */
const degrees: readonly RegExp[] = [
  /^(?:非常|很|十分|特别|相当|超级?)(?:满意|好|棒|赞成|同意)$|^(?:very|extremely) (?:satisfied|good|happy)$|^excellent$/,
  /^(?:比较|还算|基本上?|挺|蛮)?(?:满意|好|赞成|同意)的?$|^(?:quite |fairly |rather )?(?:satisfied|good|happy)$/,
  /^(?:一般般?|还行|还可以|凑合|马马虎虎|中等|无所谓)$|^(?:so so|neutral|average|ok|okay|fair)$/,
  /^(?:不太|不大|不怎么|有点不)(?:满意|好|赞成|同意)$|^不(?:满意|好|赞成|同意)$|^(?:not (?:very |so )?(?:satisfied|good|happy)|dissatisfied|unsatisfied|poor)$/,
  /^(?:非常|很|十分|特别|极)(?:不满意?|不好|差|糟糕?|失望)$|^(?:太差了?|极差)$|^(?:very|extremely) (?:dissatisfied|unsatisfied|bad|poor)$|^terrible$/,
];

/**
 * Reads an answer in whichever way it is written: `3`, `三`, `3️⃣`, `3分`, `比较满意`; `B`, `2`, `安保`; `BC`, `B、C`, `1 3`, `保洁和安保` where
 * several may be chosen; any words where words are wanted. What is longer, or is no such thing, is none.
 */
export function readAnswer(question: Question, text: string): AnswerRead {
  const words = text.trim();
  const said = plain(words);
  if (said === '') return { kind: 'none' };
  if (BACK.test(said)) return { kind: 'back' };
  if (SKIP.test(said)) return { kind: 'skip' };
  if (QUIT.test(said)) return { kind: 'quit' };
  if (question.kind === 'text') return { kind: 'answer', answer: words.slice(0, LONGEST_WORDS) };
  if (said.length > 60) return { kind: 'none' };
  return question.kind === 'scale' ? markIn(question, said) : optionsIn(question, said);
}

function markIn({ from, to }: Extract<Question, { kind: 'scale' }>, said: string): AnswerRead {
  const mark =
    /^(?:我?[打给选])?\s*(-?\d{1,3}|[零〇一二两三四五六七八九十]{1,3})\s*(?:分|星|颗星|points?|stars?)?(?:好评)?$/u.exec(
      said,
    )?.[1];
  const number = mark === undefined ? null : numberOf(mark);
  if (number !== null)
    return number >= from && number <= to ? { kind: 'answer', answer: number } : { kind: 'out_of_range' };
  const degree = to - from === 4 ? degrees.findIndex((pattern) => pattern.test(said)) : -1;
  return degree === -1 ? { kind: 'none' } : { kind: 'answer', answer: to - degree };
}

function optionsIn({ options, several }: Extract<Question, { kind: 'choice' }>, said: string): AnswerRead {
  const labels = options.map(plain);
  const whole = labels.indexOf(said.replace(/^(?:我?选|选择)\s*/, ''));
  if (whole !== -1) return { kind: 'answer', answer: [whole] };
  if (several && /^(?:全部|都选|全选|都有|all(?: of them)?)$/.test(said))
    return { kind: 'answer', answer: options.map((_, index) => index) };
  const places = placesIn(said, labels);
  if (places === null || places.length === 0) return { kind: 'none' };
  if (places.some((place) => place < 0 || place >= options.length)) return { kind: 'out_of_range' };
  const chosen = [...new Set(places)].sort((a, b) => a - b);
  return chosen.length > 1 && !several ? { kind: 'too_many' } : { kind: 'answer', answer: chosen };
}

/** The places that are named by letters, numbers or labels; null where anything else is said. */
function placesIn(said: string, labels: readonly string[]): number[] | null {
  const rest = said.replace(/^(?:我?选择?|第)\s*/, '');
  if (/^[a-j]{2,10}$/.test(rest) && !labels.includes(rest))
    return Array.from(rest, (letter) => letter.charCodeAt(0) - 97);
  // "13" is the first and the third, where there is no thirteenth.
  if (/^[1-9]{2,9}$/.test(rest) && Number(rest) > labels.length) return Array.from(rest, (digit) => Number(digit) - 1);
  const parts = rest.split(/[\s,，、;；/+&和与及跟]+|\band\b/u).filter((part) => part !== '');
  const places = parts.map((part) => {
    const one = part.replace(/^第?(.+?)[个項项]?$/u, '$1');
    const label = labels.indexOf(part);
    if (label !== -1) return label;
    if (/^[a-z]$/.test(one)) return one.charCodeAt(0) - 97;
    const number = numberOf(one);
    return number === null ? null : number - 1;
  });
  return places.every((place) => place !== null) ? places : null;
}

const digits = '零一二三四五六七八九';

function numberOf(said: string): number | null {
  if (/^-?\d+$/.test(said)) return Number(said);
  const text = said.replaceAll('两', '二').replaceAll('〇', '零');
  if (/^[零一二三四五六七八九]$/.test(text)) return digits.indexOf(text);
  const ten = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text);
  if (!ten) return null;
  const [, tens = '', unit = ''] = ten;
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (unit === '' ? 0 : digits.indexOf(unit));
}

/** In half width and lower case, Simplified, without stops at its end. */
const plain = (text: string): string =>
  simplify(
    text
      .normalize('NFKC')
      .replaceAll(/[\uFE0F\u20E3]/gu, '')
      .toLowerCase()
      .trim()
      .replace(STOPS, ''),
  );
