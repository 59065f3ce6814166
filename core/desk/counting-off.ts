/**
 * Neighbours count off or vote by numbers: somebody said a bare number just now, or asked for one ("收到请回复1", "需要的扣1"). A
 * number alone is theirs then, and rates nothing.
 *
 * @param texts what others said in the group lately that was no rating
 */
export function isCountingOff(texts: readonly string[]): boolean {
  return texts.some((text) => {
    const said = text.normalize('NFKC').replaceAll(/[\uFE0F\u20E3]/gu, '');
    return bareNumber.test(said) || asksForOne.test(said);
  });
}

const bareNumber = /^\s*\+?\d{1,3}[\s.!。]*$/u;
/** Not "1-5" and "5 分", which ask for a rating. */
const asksForOne =
  /(?:扣|回复|回覆|回|打|刷|发|發|填|选|選|reply(?: with)?|type|press|send)\s*(?:个|個)?\s*["“「'‘]?\d(?!\d|\s*(?:[-–—~到至]\s*\d|分|栋|棟|号|號|楼|樓))/iu;
