import { fold } from '../fold.ts';

/** What may follow 未发: nothing, or 立即 and whose words are sent now. */
export const heldBackFollows = /^[\s:,]+(?:立即|马上|馬上|now)(?:[\s:,]+[^?\n]{1,60})?$/;

/** 少发点, 少发一点吧, 少发消息, "less messages"; not "少发点牢骚". */
export const lessFollows =
  /^(?:点|點|一点|一點|些|一些)?(?:消息|信息|訊息|提醒|通知)?[吧啊呀]?[。.!~\s]*$|^ (?:messages|please)[.!~\s]*$/;

/** `恢复提醒`, `多发`, "more": told everything again. */
export const saysMore = (text: string): boolean =>
  /^\s*(?:@\S+\s+)?\/?(?:恢复提醒|恢復提醒|多发|多發|more\b)/.test(fold(text));

/** Said with words that people also say to each other: "More!", "多发点". */
export const isEveryday = (text: string): boolean => /^\s*(?:(?:less|more)\b|多[发發]一?[点點些])/.test(fold(text));
