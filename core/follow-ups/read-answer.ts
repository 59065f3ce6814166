import { parseRating } from '../tickets/rating.ts';

/** What a resident says when the bot asks whether it is still well. `score`: rated instead, 1–5. */
export type Answer =
  | { kind: 'well'; score: number | null; comment: string | null }
  | { kind: 'not_solved'; comment: string | null }
  | { kind: 'wants_contact'; comment: string | null }
  | { kind: 'declined' };

const declines =
  /(?:别|別|不要|不用|不必|不想|无需|無需)[^，,。.!！]{0,3}(?:再)?(?:问|問|回访|回訪|打扰|打擾|烦|煩)|勿扰|勿擾|\b(?:stop|don['’]?t|do not|no need to)\b.{0,12}\b(?:ask|bother|message|contact)/iu;
const wantsContact =
  /(?:联系|聯絡|聯繫)(?:一?下)?我|(?:打|回)(?:个|個|一下)?(?:电话|電話)|打给我|打給我|(?:找|派|叫|请|請)(?:个|個)?人(?:来|來|联系|聯絡|聯繫|看)|\b(?:call|contact|phone|ring) me\b|\bcall back\b/iu;
/** Ends a word of well-being, so that 还好吗 and 好了一点 are none. */
const wordEnd = '(?:的|了|着|著|呢|啊|呀|啦|哈|用|得很)*(?=$|[\\s,，。.!！~～;；、👍👌🙏🌹😊])';
const well = new RegExp(
  `^[\\s,，]*(?:嗯|是的|对|對|现在|現在|目前|一直|到现在|到現在|都|还|還|挺|很|蛮|蠻|非常|没再?坏|沒再?壞|[\\s,，])*(?:好好|好|可以|行|不错|不錯|正常|稳定|穩定|没问题|沒問題|没有问题|沒有問題|没事|沒事|(?:没|沒|没有|沒有)(?:再)?(?:漏|坏|壞|响|響|堵|停|出现|出現)(?:过|過)?|(?:it['’]?s |all |still |is |yes,? |works? )*(?:fine|good|ok|okay|well|working|great)(?: now| so far)?)${wordEnd}`,
  'iu',
);
const inFigures = /[\p{N}一二三四五⭐★🌟]/u;
const isQuestion = /[?？]|[吗嗎]\s*[。.!！]*$/u;

/**
 * Reads the answer to "is it still well?". Null for what is no plain answer: somebody has to read it. Whether a rating is content is
 * for the policy to say.
 */
export function readAnswer(text: string): Answer | null {
  const said = text.trim();
  if (said === '' || said.length > 500) return null;
  if (declines.test(said)) return { kind: 'declined' };
  if (wantsContact.test(said)) return { kind: 'wants_contact', comment: said };
  if (isQuestion.test(said)) return null;
  const rating = parseRating(said, { asked: true });
  switch (rating?.kind) {
    case 'score':
      // "挺好的" is a four when one is asked for a score, and here it is the answer.
      if (well.test(said) && !inFigures.test(said)) return afterWell(said);
      return { kind: 'well', score: rating.score, comment: rating.comment };
    case 'not_solved':
      return { kind: 'not_solved', comment: rating.comment };
    case 'solved':
      return { kind: 'well', score: null, comment: rating.comment };
    case 'thanks':
    case undefined:
      return well.test(said) ? afterWell(said) : null;
  }
}

/** "还好，就是有点响": what is well with a but is for somebody to read. */
function afterWell(said: string): Answer | null {
  return /但|就是|不过|不過|只是|可是|\bbut\b|except/iu.test(said)
    ? null
    : { kind: 'well', score: null, comment: null };
}
