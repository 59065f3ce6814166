import { readHeads } from '../../activities/chain/heads.ts';
import { fold } from '../fold.ts';

/** What somebody says about coming. */
export type SignUpWords = { kind: 'join'; heads: number; comment: string } | { kind: 'leave' };

const leave =
  /^(?:(?:我|我们|我們|不好意思|抱歉|对不起|對不起|临时有事|臨時有事|有事|家里有事|家裡有事)[\s,，。!！]*)*(?:(?:要|想)?(?:取消|退出|撤销|撤銷)(?:报名|報名|了|参加|參加|活动|活動)*|(?:就)?(?:来不了|來不了|去不了|不来|不來|不去|不参加|不參加|参加不了|參加不了)了?|cancel(?: my| the| our)?(?: sign-?up| place)?|(?:i |we )?(?:can'?t|cannot) (?:make it|come)(?: anymore| any more)?|count (?:me|us) out|sorry,? (?:i |we )?can'?t (?:come|make it))[\s。.!！~]*$/iu;
const join =
  /^(?:我们?|我們|我家|咱们?|咱們|给我|給我|帮我|幫我)?\s*(?:也|要|想|来|來)*\s*(?:报名|報名|报个名|報個名|参加|參加|算我(?:一个|一個)?|加我(?:一个|一個)?|算上我|我来|我來|我去|接龙|接龍|sign (?:me |us )?up|count (?:me|us) in|i'?m in|we'?re in|i'?ll (?:come|join)|we'?ll (?:come|join)|join)(?:参加|參加)?[了吧啊哈呀呢啦]*/iu;
/** Whoever says no more than that may mean anything ("我来报修", "我去，电梯又坏了"): nothing else may stand beside it. */
const loose = /^我(?:来|來|去)[了吧啊哈呀呢啦]*$/u;
/** A matter for the office beside it must not be lost. */
const matter =
  /坏|壞|漏|停水|停电|停電|堵|脏|髒|吵|臭|修|电梯|電梯|投诉|投訴|物业|物業|没人|沒人|broken|leak|repair|complain|not working/iu;
const question =
  /[?？吗嗎么麼呢]\s*$|怎么|怎麼|如何|什么|什麼|哪|几点|幾點|多少|要不要|可以.*吗|能.*吗|how|what|when|where|which/iu;
/** Nothing else than who comes: "我和孩子两个", "两位", "+1". */
const people = /^(?:我|我们|我們|我家|咱们|咱們|一共|共|me|us|we are|of)?$/iu;

/**
 * Reads words by which somebody signs up or cancels: `报名`, `我报名 2人`, `+1`, `我和孩子两个`, `取消报名`, `来不了了`, `count me in`,
 * `sign up 3`. Null for anything else: questions, and talk in which such a word merely occurs. `+1` is the writer; `+2` are two.
 *
 * @param options.replied said as a reply to our word about an activity: then a mere number of people is an answer, too
 */
export function readSignUp(text: string, options: { replied: boolean }): SignUpWords | null {
  const said = fold(text).trim();
  if (said === '' || Array.from(said).length > 40 || said.includes('\n')) return null;
  if (leave.test(said)) return { kind: 'leave' };
  if (question.test(said)) return null;
  const begun = join.exec(said);
  if (begun) {
    const { heads, rest } = readHeads(said.slice(begun[0].length), { alone: true });
    const comment = rest.replace(/^(?:我|for|with|please)\s*/iu, '').replaceAll(/^[\s!~]+|[\s!~]+$/gu, '');
    // What follows is a remark ("要素馅"), and not the rest of a sentence ("报名的人太多了").
    const goesOn =
      /^[的得过過不没沒表费費时時后後前名]/u.test(said.slice(begun[0].length)) ||
      Array.from(comment).length > (loose.test(begun[0]) ? 0 : 16) ||
      matter.test(comment);
    return goesOn ? null : { kind: 'join', heads, comment };
  }
  if (!options.replied) return null;
  const { heads, rest, said: counted } = readHeads(said, { alone: true });
  return counted && people.test(rest.replaceAll(/[\s,，。!！~]+/gu, '')) ? { kind: 'join', heads, comment: '' } : null;
}
