import { normalise } from '../intake/normalise.ts';
import { isReceipt } from '../notices/receipts/receipt-words.ts';

/** What a resident says of an automatic answer. */
export type Verdict = 'helped' | 'not_helped';

const LONGEST = 120;
const wantsPerson =
  /(?:转|找|要|接|换|请)(?:一?下|个)?(?:人工|真人|客服|活人)|人工(?:服务|客服)?(?:呢|啊|吧)?[。.!]?$|别用机器人|\b(?:human|real person|talk to (?:a person|someone|somebody)|speak to (?:a person|someone|somebody))\b/u;
const unhappy =
  /没(?:有)?(?:用|帮|解决|回答|答到)|不对|不是(?:这个|问这|我问)|答非所问|文不对题|看不懂|还是(?:不|没)|不管用|帮不(?:到|上|了)|\b(?:not? help|(?:did|does|is)(?:n't| not) (?:help|answer|right|what)|useless|wrong answer|not what i)/u;
const content =
  /^(?:嗯|对|是的|好的?|太好了?|非常|很|挺|已经?|都|终于|[,，\s])*(?:有帮助|有用|帮到(?:我)?了?|帮上忙了?|解决了?|搞定了?|可以了|就是这个|正是这个|(?:that |it |this )?(?:helps|helped|works|worked)|helpful|solved|perfect|great)(?:了|啦|哈|的|,|，|。|\.|!|！|\s|谢谢|多谢|thanks?|thank you|👍|🙏)*$/u;

/** Whether somebody asks for a person instead of the bot: "转人工". Short, and nothing else. */
export const asksForPerson = (text: string): boolean => text.length <= 16 && wantsPerson.test(normalise(text));

/** Reads what is said under an automatic answer. Null for what is neither: another question, for somebody to read. */
export function readVerdict(text: string): Verdict | null {
  if (text.length > LONGEST) return null;
  const said = normalise(text);
  if (said === '👎' || unhappy.test(said) || wantsPerson.test(said)) return 'not_helped';
  if (/[?？]|[吗嘛]$/u.test(said)) return null;
  return content.test(said) || isReceipt(text, { asked: true }) ? 'helped' : null;
}
