/** What makes talk of 通知 followed by a space: "通知 一下老王", "通知 发了吗". */
const talk =
  '(?:一下|下去|[大他她它您你咱我]|(?:[上下]午|晚上|[今明]天|等会儿?)我[来來发發去]|[发發]了|[发發]出|都|已[经經]|[还還]没|[还還]沒|没有|沒有|的[话話]|在哪|[里裡])';
const acts =
  '(?:状态|狀態|回[执執]|更正|修改|改成|改[为為]|撤回|取消|作[废廢]|跳[过過]|延[长長]|延期|[结結]束了?|恢[复復]|已告知|已通知|[当當]面告知|[进進]度|未[确確][认認]|未回[执執]|名[单單]|status|receipts?|unconfirmed|missing|walk ?list|correct|change to|withdraw|take back|cancel|skip|extend|end|over|told)';

/** What makes talk of one of these: "通知 3 更正了吗", "通知 3 修改好了". */
const askedOrTold = '(?![了过過完]|好[了没沒]|一下|[^\\s:,]*[?吗嗎没沒呢]\\s*$)';

/**
 * What follows 通知, 公告 or "notice" where it is an order, in folded text: its text, after a space, a comma, a colon or a new line, or a number,
 * with what is to be done with that notice. What asks, or speaks of notices, is talk.
 */
export const noticeFollows = new RegExp(
  `^(?:[\\s:]*(?:列表|帮助|幫助|怎么用|怎麼用|[状狀][态態]|list|help|how|status)[\\s.。]*$` +
    `|[\\s:]*#?\\d{1,5}(?:\\s*[:,]?\\s*${acts}${askedOrTold}[^]*|[\\s.。]*)$` +
    `|[\\s:]+(?:模板|範本|template)[\\s:]+\\S[^]*$` +
    `|(?::\\s*|\\s*\\n\\s*)\\S[^]*$` +
    `|(?!\\s*#?\\d{1,5}\\s*[:,]?\\s*(?:${acts}|什[么麼]|怎[么麼]|到底|[还還]))[\\s,]\\s*(?=[^\\n]*\\p{Script=Han})(?!${talk})(?:[^\\n]*\\n[^]*|[^]*(?<![?吗嗎呢么麼吧啊])[\\s.。!]*)$)`,
  'u',
);

/** What follows 模板, in folded text: adding, removing, or a name alone to look at. */
export const templateFollows =
  /^(?:[\s:]*(?:列表|list)[\s.。]*|[\s:]+(?:新增|添加|增加|停用|删除|刪除|add|remove|revoke)[\s:]+\S[^]*|\s+(?!一下|[发發]|[给給]|在|[谁誰])[\p{L}\d][\p{L}\d-]{0,15}(?<![吗嗎呢么麼吧了啊]))$/u;

/** What follows 标签, in folded text: a tag, or a group and its tags; no sentence, and no ticket's code. */
export const tagFollows =
  /^(?:[\s:]*(?:列表|list)[\s.。]*|[\s:]+(?!#?(?:[a-z][2-9]){2,3}(?![a-z\d])|(?:me|him|her|us|them|you|it|team|along)\b|一下|[贴貼]|都|在|[谁誰]|[没沒]|坏|壞|掉)[^\s,，。?!][^,，。?!\n]{0,59}(?<![吗嗎呢么麼吧了啊]))$/u;
