import { lines, quoted } from '../layout.ts';
import type { SuggestionTexts } from './texts.ts';

/** A manager's decision, as a step of a ticket's life. */
export const decided = (by: string, adopted: boolean, words: string | null): string =>
  `${by}${adopted ? '采纳' : '不采纳'}${words ? `：${words}` : ''}`;

export const suggestions = {
  suggestionHowToSupport: () => '赞成的邻居回复“+1”，人数会一起报给经理。',
  suggestionDecided: (code, adopted, words, supporters) =>
    lines(
      `${code} 这条建议${supporters > 1 ? `（${supporters} 位邻居支持）` : ''}${adopted ? '采纳了' : '这次没有采纳'}${words ? `：${words}` : '。'}`,
      adopted ? '办好了再告诉大家。' : '谢谢您的建议。',
    ),
  suggestionCarriedOut: (code, words, supporters) =>
    `${code} 这条建议${supporters > 1 ? `（${supporters} 位邻居支持）` : ''}已经办好${words ? `：${words}` : '，谢谢大家的支持。'}`,
  praiseThanks: (names) => `谢谢您的表扬，已经转达给${names.join('、')}。`,

  suggestionSupporters: (count) => `支持 ${count} 人`,
  suggestionNone: (code) => `${code} 不是建议，什么都没有改动。`,
  suggestionNeedsReason: (code) => `不采纳要说明原因，什么都没有改动。请写“不采纳 ${code} 因为…”。`,
  praiseWho: (code) => `${code} 表扬的是哪位同事？`,
  praiseEverybody: () => '全体同事',
  praisePassedOn: (code, names) => `${code} 的表扬已转达：${names.join('、')}。`,
  praiseForYou: (words) => `居民表扬您：“${quoted(words)}”`,
  praiseForColleague: (name, words) => `👏 居民表扬${name}：“${quoted(words)}”`,
  praiseCounts: (days, counts) =>
    lines(`近 ${days} 天的表扬：`, ...counts.map(({ name, count }) => `${name} ${count} 次`)),
} satisfies SuggestionTexts;
