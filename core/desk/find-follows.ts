/** English that makes everyday talk of "find" and "search": "find out why", "search for the keys". */
const everyday =
  '(?:out|me|him|her|us|them|it|one|some|somebody|someone|something|another|the|a|an|your|my|our|his|their|this|that|these|those|' +
  'for|of|in|on|online|around|again|yourself|time|that|where|who|why|what|how|when|is|was)\\b';
const code = '#?(?:[a-z][2-9]){2,3}';

/**
 * What must follow 查找 or "find" for it to be a command: a space and a few words, or one code. "查找原因", "查找 一下" and "find the
 * leak" are talk, and so are questions.
 */
export const findFollows = new RegExp(
  `^[\\s:]+(?:${code}[\\s.。]*|(?!${everyday}|${code}\\s|一下|原因|问题|問題|看看|到了)[^\\s,;。?!][^,;。?!]{0,59}(?<![吗嗎呢吧了么麼]))$`,
  'u',
);
