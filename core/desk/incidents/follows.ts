const number = '[\\s:,#]*\\d{1,4}';
const end = '[。.!~\\s]*$';
const apart = '解散|拆分|不是同一件事|不是一件事|dissolve|not one incident|not one';
const deeds =
  '接单|接單|回复|回覆|回復|答复|答覆|答復|进展|進展|承诺|承諾|约|約|办结|辦結|完成|已修好|修好|take|answer|reply|progress|promise|done';
const moves = '加入|并入|併入|加|移出|拆出|移除|add|remove|split off';

/**
 * What makes a command of 事件 or "incident" where it does not stand alone, in lower case and half width: a number, alone or with what is to be
 * done, as a word of its own. "事件1发生在昨天", "事件3办结了吗" and "incident 3 was bad" are talk.
 */
export const incidentFollows = new RegExp(
  [
    `^${number}${end}`,
    `^${number}[\\s:,]*(?:${apart})${end}`,
    `^${number}[\\s:,]*(?:${moves})[\\s:,#]*(?:[a-z0-9]{4,6})?${end}`,
    `^${number}[\\s:,]*(?:${deeds})(?:[\\s:,]+(?!吗|嗎|了吗|了嗎|yet\\b)\\S|${end})`,
  ].join('|'),
  'u',
);
