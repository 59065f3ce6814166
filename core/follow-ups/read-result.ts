/** What came of asking a resident, as whoever asked says it. */
export type Result = 'satisfied' | 'not_solved' | 'unreached' | 'declined';

const words: readonly [Result, RegExp][] = [
  [
    'unreached',
    /^(?:没联系上|沒聯絡上|没有联系上|没联络上|沒聯繫上|联系不上|聯絡不上|没人接|沒人接|无人接听|無人接聽|未接(?:通)?|打不通|没打通|沒打通|no answer|not reached|unreached)/iu,
  ],
  [
    'not_solved',
    /^(?:仍有问题|仍有問題|还有问题|還有問題|有问题|有問題|没解决|沒解決|未解决|未解決|没好|沒好|又坏了|又壞了|不满意|不滿意|not solved|unsolved|not satisfied|unsatisfied|dissatisfied|still a problem)/iu,
  ],
  ['declined', /^(?:不愿回访|不願回訪|不愿意|不願意|拒绝|拒絕|不需要|不用回访|不用回訪|declined|refused)/iu],
  [
    'satisfied',
    /^(?:很|非常|比较|比較)?(?:满意|滿意|已解决|已解決|解决了|解決了|没问题|沒問題|好了|satisfied|content|solved|all good)/iu,
  ],
];

/** Reads "满意 老人很高兴": the result and what else was said. Null where it begins with no result. */
export function readResult(text: string): { result: Result; note: string | null } | null {
  const said = text.trim();
  for (const [result, pattern] of words) {
    const found = pattern.exec(said);
    if (!found) continue;
    const rest = said.slice(found[0].length);
    // "满意度不高", "满意吗": the word goes on, and means something else.
    if (!/^(?:了|的)?(?:$|[\s,，。.:：;；!！、-])/u.test(rest)) return null;
    const note = rest.replace(/^(?:了|的)?[\s,，。.:：;；!！、-]*/u, '').trim();
    return { result, note: note === '' ? null : note };
  }
  return null;
}
