/**
 * What follows `关怀` or `care` where it is an order, in folded text (core/desk/care/read-order.ts). What merely begins with the word is
 * everyday talk: "关怀老人很重要", "care for the plants".
 */
export const careFollows: RegExp = new RegExp(
  `^[\\s:,]*(?:${[
    '(?:列表|名单|名單|list)',
    '(?:祝福|问候|問候|greetings?)\\s*(?:开|開|开启|開啟|要|on|yes|关|關|关闭|關閉|不要|off|no)',
    '(?:停用|停止|取消|停|stop|off|end)(?:[\\s:,]+[^,;?]*\\d[^?]{0,40})?',
    '(?:暂停|暫停|pause)\\s*[^?]{1,30}',
    '(?:新增|添加|登记|登記|add)[\\s:]+[^?]*\\d[^?]{0,60}',
    '(?:每|天天|工作日|周末|週末|周[一二三四五六日]|週[一二三四五六日]|星期[一二三四五六日天]|daily|every|weekdays|weekends|mon|tue|wed|thu|fri|sat|sun)[^?]{0,40}(?:\\d|[一二两兩三四五六七八九十][点點]|noon)[^?]{0,16}',
  ].join('|')})[。.!~\\s]*$`,
);
