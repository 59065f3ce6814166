const number = '\\s*#?\\d{1,4}';
const end = '[。.!~\\s]*$';

/**
 * What must follow 知识库 or "faq" for it to be a command, where it does not stand alone, in lower case and half width: a number, or
 * what is to be done. "知识库里没有" and "faq page is down" are talk.
 */
export const faqFollows = new RegExp(
  [
    `^[\\s:,]*${number}${end}`,
    `^[\\s:,]*(?:列表|清单|清單|list)${end}`,
    '^[\\s:,]*(?:新增|添加|增加|add)[\\s:,]*$|^[\\s:,]*(?:新增|添加|增加|add)[\\s:,]+(?:问|問|q|答|a|问题|問題|question|answer)\\s*:',
    '^[\\s:,]*(?:收录|收錄|from)\\s*#?(?:[a-z][2-9oil01]){2,3}[。.!~\\s]*$',
    `^[\\s:,]*(?:停用|删除|刪除|remove)${number}${end}`,
    `^[\\s:,]*(?:自动|自動|auto|automatic)${number}\\s*(?:开|開|关|關|on|off)?${end}`,
    `^[\\s:,]*(?:修改|change)${number}[\\s:,]+\\S`,
  ].join('|'),
  'u',
);
