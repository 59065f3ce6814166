import type { ConsultationKind } from '../../../prisma/generated/enums.ts';
import type { Vote } from '../../surveys/consultations/cast.ts';
import { simplify } from '../../text/simplify.ts';
import { fold } from '../fold.ts';
import { readAmount, saysMoney } from './read-amount.ts';

/** What is asked, as far as reading an answer goes. */
export interface Asking {
  kind: ConsultationKind;
  options: readonly string[];
  /** The option that says yes. */
  yes: number | null;
}

/**
 * How sure it is that somebody answers this very question: `named` by its number, as a `reply` to it, or `alone`, where only plain words
 * count.
 */
export type Sureness = 'named' | 'reply' | 'alone';

/** `not_offered`: plainly meant as an answer, but none that can be chosen. */
export type BallotRead = { kind: 'vote'; vote: Vote } | { kind: 'not_offered' } | { kind: 'none' };

const none: BallotRead = { kind: 'none' };
const isQuestion = (text: string): boolean => /[?？][\s~～]*$|[吗嗎呢么麼][\s~～。]*$/u.test(text);
const courtesy =
  /^(?:好的?|行|嗯+|哦+|ok(?:ay)?|收到|知道了|明白了?|谢谢[^\p{L}]*|辛苦了?|支持一下|thanks?|thank you|noted|👌|👍|🙏|[\s,.。!！~～])+$/iu;
/** What may stand before the answer itself. */
const lead = /^(?:我家?|我们家?|本户|我们?)?(?:(?:投|选择?|给|vote(?: for)?|i vote(?: for)?|i choose)\s*)?(?:票\s*)?/iu;
/** After an option the reason begins; a word that goes on is another word ("同意书", "同意吗"). */
const afterOption = /^(?:票)?(?:$|[\s,，。.!！;；:：、~～]|因为|理由|但是?|不过|because|since|but)/iu;
const yesWords = /^(?:赞成|赞同|支持|同意|yes|agree|in favou?r)/iu;
const noWords = /^(?:不同意|不赞成|不赞同|不支持|反对|no\b|against|disagree)/iu;

/** Reads an answer in words: an option by number or label, with a reason after it, an amount, or an opinion. Up to 2,000 letters. */
export function readBallot(text: string, asking: Asking, sure: Sureness): BallotRead {
  const written = text.trim();
  const said = fold(written);
  if (said === '' || said.length > 2000) return none;
  const opinion = /^(?:我的)?(?:意见|意見|建议|建議|opinion)\s*[:：]\s*([^]+)$/iu.exec(said)?.[1];
  if (asking.kind === 'pledge') return readPledge(said, written, sure);
  const option = readOption(said, written, asking, sure);
  if (option) return option;
  if (opinion !== undefined && sure !== 'alone')
    return { kind: 'vote', vote: { choice: null, amount: null, opinion: tailOf(written, opinion) } };
  if (asking.kind !== 'consultation' || sure === 'alone' || isQuestion(said) || courtesy.test(said) || said.length < 2)
    return none;
  return { kind: 'vote', vote: { choice: null, amount: null, opinion: written } };
}

function readOption(said: string, written: string, asking: Asking, sure: Sureness): BallotRead | null {
  const plain = simplify(said).replace(lead, '');
  const voted = (choice: number, after: string): BallotRead | null => {
    if (!afterOption.test(after)) return null;
    const reason = after.replace(/^(?:票)?[\s,，。.!！;；:：、~～]+|^票/u, '').trim();
    return { kind: 'vote', vote: { choice, amount: null, opinion: reason === '' ? null : tailOf(written, reason) } };
  };
  const byLength = asking.options
    .map((label, index) => ({ label: simplify(label.normalize('NFKC')).toLowerCase(), index }))
    .sort((a, b) => b.label.length - a.label.length);
  for (const { label, index } of byLength) {
    if (!plain.toLowerCase().startsWith(label)) continue;
    const read = voted(index, plain.slice(label.length));
    if (read) return read;
  }
  const isYesOrNo = asking.yes !== null;
  for (const [words, wanted] of [
    [noWords, noOf(asking)],
    [yesWords, asking.yes],
  ] as const) {
    const found = isYesOrNo ? words.exec(plain)?.[0] : undefined;
    const read = found === undefined || wanted === null ? null : voted(wanted, plain.slice(found.length));
    if (read) return read;
  }
  return sure === 'alone' ? null : byNumber(plain, asking, voted);
}

function byNumber(
  plain: string,
  { options }: Asking,
  voted: (choice: number, after: string) => BallotRead | null,
): BallotRead | null {
  const number = /^(?:第)?(\d{1,2})(?:项|号|个)?(?![\d%]|\.\d)/u.exec(plain.replaceAll(/[\uFE0F\u20E3]/gu, ''));
  if (!number || options.length === 0) return null;
  const after = plain.slice(number[0].length);
  // "3 栋的意见是…" counts something else.
  if (/^\s*(?:栋|楼|单元|户|层|号楼|年|月|点|个)/u.test(after)) return null;
  const choice = Number(number[1]) - 1;
  if (choice in options) return voted(choice, after);
  return after.trim() === '' ? { kind: 'not_offered' } : null;
}

/** The option that says no to the proposal. */
function noOf({ options, yes }: Asking): number | null {
  const at = options.findIndex((label, index) => index !== yes && noWords.test(simplify(label).trim()));
  return at === -1 ? null : at;
}

const refusal = /^(?:不认捐了?|不参加了?|不捐了?|退出|取消|none|nothing|withdraw)[\s。.!！]*$/iu;
const pledging = /^(?:我家?|本户|我们家?)?(?:愿意?|想|可以)?(?:认捐|捐|出|认|pledge|i pledge)\s*(?:个|:)?\s*/iu;

function readPledge(said: string, written: string, sure: Sureness): BallotRead {
  const plain = simplify(said);
  if (refusal.test(plain)) return sure === 'alone' && !/捐/.test(plain) ? none : amount(0);
  const isSaid = pledging.test(plain) && pledging.exec(plain)?.[0] !== '';
  const [, first = '', reason = ''] = /^([^\s，。!！;；]*)[\s，。!！;；]*([^]*)$/u.exec(amountFirst(plain)) ?? [];
  const cents = readAmount(first);
  if (cents === null) return sure === 'named' ? { kind: 'not_offered' } : none;
  if (sure === 'alone' && !isSaid && !saysMoney(first)) return none;
  return amount(cents, reason === '' ? null : tailOf(written, reason));
}

const amount = (cents: number, opinion: string | null = null): BallotRead => ({
  kind: 'vote',
  vote: { choice: null, amount: cents, opinion },
});

/** What is left behind the verb; a comma that does not part thousands is a stop. */
const amountFirst = (plain: string): string => plain.replace(pledging, '').replaceAll(/,(?!\d{3})/g, '，');

/** The end of what was written, in its own script and signs: reading it has changed neither its length nor its order. */
const tailOf = (written: string, read: string): string => written.slice(written.length - read.length).trim();
