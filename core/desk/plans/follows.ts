const kinds =
  '火灾|火災|失火|着火|燃气|燃氣|煤气|瓦斯|漏气|电梯|電梯|困人|困梯|暴雨|内涝|內澇|积水|積水|水浸|淹水|停电|停電|停水|台风|颱風|大风|治安|暴力|打架|fire|gas|lift|elevator|flood|heavy rain|power(?: cut)?|outage|water(?: cut)?|storm|typhoon|crime|violence';
/** What no plan of the estate's own is called: "预案 大家看一下", "预案 写好了". */
const talk = '[我你您他她谁誰都已还還没沒在写寫发發看改]|大家|怎么|怎麼|什么|什麼';

/**
 * What follows `预案`, `启动预案` or `emergency plan` where it is an order, in folded text: the kind of emergency, alone, with a place, or
 * with what is changed of the plan.
 */
export const planFollows: RegExp = new RegExp(
  `^[\\s:]+(?:(?:列表|list)|(?:新增|add)[\\s:]+\\S[^]*|(?:启动|啟動|start)[\\s:]+[^?]{1,60}|(?:${kinds})(?:[\\s:,][^?]{0,60}|[\\s:,]*\\n[^]*|[\\s:,]+[^\\n]{1,12}:[^]*)?|[^\\s?]{1,12}\\s*\\n[^]*|[^\\s?]{1,12}\\s+(?:building )?[a-z]{0,2}\\d{1,3}(?:栋|棟|幢|座|号楼|號樓)?[^?\\n\\d]{0,20}(?:\\n[^]*)?|(?!${talk})\\p{L}{2,8}(?<![吗嗎呢么麼吧啊了的下]))[。.!~\\s]*$`,
  'u',
);
/** What follows `演练` or `drill`: the kind of emergency, with or without buildings; or the records of earlier ones. */
export const drillFollows: RegExp = new RegExp(
  `^[\\s:]+(?:(?:列表|记录|記錄|records?|list)|\\d{1,4}|(?:${kinds})(?:[\\s:,][^?]{0,40})?)[。.!~\\s]*$`,
  'u',
);
