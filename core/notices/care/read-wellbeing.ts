import { dangerIn } from '../../intake/danger/danger.ts';
import { normalise } from '../../intake/normalise.ts';
import { simplify } from '../../text/simplify.ts';

/** What somebody says when they are asked whether they are well. */
export type Wellbeing = 'well' | 'help';

const tail =
  '(?:的|了|着|呢|啊|呀|啦|哈|哦|哟|噢|嘞|喽|谢谢|多谢|有心|关心|问候|惦记|你们|您|大家|都|很|挺|好|没事|不用担心|放心|thanks|thank you|[\\s,，。.!！~～;；、👍👌🙏🌹😊😀❤️])*$';
const well = new RegExp(
  `^(?:(?:早上好|早安|早晨|早|上午好|下午好|晚上好|你好|您好|嗨|hi|hello|good (?:morning|afternoon|evening)|morning|嗯+|哎|是的|对|谢谢(?:你们?|您|关心)*|多谢(?:关心)?|有心|我|我们|今天|今日|身体|一切|都|还|挺|很|蛮|非常|好好|yes|i am|i'm|im|we are|we're|all|everything is|everything's|it's|doing|feeling|very|quite|still|thanks?|thank you)[\\s,，。.!！~～、]*)*(?:好|好的|很好|挺好|好着|都好|安好|平安|可以|不错|正常|没事|没问题|没啥事|没什么事|冇事|几好|ok|okay|fine|good|great|well|alright|all right|not bad|no problems?|no need|👍|👌|🙏)${tail}`,
  'iu',
);
const asks =
  /需要(?:帮助|帮忙|人|帮)|要人(?:来|帮)|来(?:个)?人|(?:请|叫|派|找)(?:个|你们)?(?:人|师傅)?.{0,4}(?:来|上门)(?:一下|看看|一趟)?|帮(?:帮|下|一下|个)?(?:我|忙)|帮帮|不舒服|不太?好|唔舒服|难受|头晕|头痛|头疼|发烧|胸闷|胸口|喘|摔(?:了|倒|跤|一跤)|跌(?:了|倒|亲|咗)|起不来|动不了|走不动|站不起来|没(?:力气|有力气)|病了|生病|疼得|痛得|救命|\bhelp\b|not (?:so |very |feeling )*(?:well|good|fine|ok|okay)|n't feel(?:ing)? (?:so |very |too )?(?:well|good)|unwell|dizzy|\bsick\b|\bill\b|\bfell\b|fallen|can(?:'|no)?t (?:get up|move|stand)|\bpain\b|fever|come (?:over|and (?:see|check))|\b(?:need|send) some(?:one|body)/iu;
const unneeded =
  /(?:不|没|无|唔)(?:再)?(?:需要|用|要|必|有)(?:什么|任何|人)?(?:帮|来|派|叫|不舒服|难受)|没(?:有)?(?:不舒服|摔|病|发烧|难受|头晕)|(?:不|没(?:有)?)(?:难受|头晕|头疼|喘|发烧|疼)|不用|no(?: need for)? help|n't need (?:any )?(?:help|some)|without help/iu;

/**
 * Reads an answer to "are you well?" in plain words, Simplified, Traditional or English. What names a danger, and everything that is
 * not plainly one or the other, is null: that is for the understanding, or for a person, to read.
 */
export function readWellbeing(text: string): Wellbeing | null {
  const said = simplify(text.trim()).replaceAll('’', "'");
  if (said === '' || said.length > 120) return null;
  if (dangerIn({ text: normalise(said) })) return null;
  if (/[?？]|[吗么]\s*[。.!！]*$/u.test(said)) return asks.test(said) && !unneeded.test(said) ? 'help' : null;
  if (well.test(said)) return 'well';
  if (unneeded.test(said)) return /但|不过|可是|就是|\bbut\b/u.test(said) ? null : 'well';
  return asks.test(said) ? 'help' : null;
}
