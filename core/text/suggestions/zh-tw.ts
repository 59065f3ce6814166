import { lines, quoted } from '../layout.ts';
import type { SuggestionTexts } from './texts.ts';

/** A manager's decision, as a step of a ticket's life. */
export const decided = (by: string, adopted: boolean, words: string | null): string =>
  `${by}${adopted ? '採納' : '不採納'}${words ? `：${words}` : ''}`;

export const suggestions = {
  suggestionHowToSupport: () => '贊成的鄰居回覆「+1」，人數會一起報給經理。',
  suggestionDecided: (code, adopted, words, supporters) =>
    lines(
      `${code} 這條建議${supporters > 1 ? `（${supporters} 位鄰居支持）` : ''}${adopted ? '採納了' : '這次沒有採納'}${words ? `：${words}` : '。'}`,
      adopted ? '辦好了再告訴大家。' : '謝謝您的建議。',
    ),
  suggestionCarriedOut: (code, words, supporters) =>
    `${code} 這條建議${supporters > 1 ? `（${supporters} 位鄰居支持）` : ''}已經辦好${words ? `：${words}` : '，謝謝大家的支持。'}`,
  praiseThanks: (names) => `謝謝您的表揚，已經轉達給${names.join('、')}。`,

  suggestionSupporters: (count) => `支持 ${count} 人`,
  suggestionNone: (code) => `${code} 不是建議，什麼都沒有更動。`,
  suggestionNeedsReason: (code) => `不採納要說明原因，什麼都沒有更動。請寫「不採納 ${code} 因為…」。`,
  praiseWho: (code) => `${code} 表揚的是哪位同事？`,
  praiseEverybody: () => '全體同事',
  praisePassedOn: (code, names) => `${code} 的表揚已轉達：${names.join('、')}。`,
  praiseForYou: (words) => `住戶表揚您：「${quoted(words)}」`,
  praiseForColleague: (name, words) => `👏 住戶表揚${name}：「${quoted(words)}」`,
  praiseCounts: (days, counts) =>
    lines(`近 ${days} 天的表揚：`, ...counts.map(({ name, count }) => `${name} ${count} 次`)),
} satisfies SuggestionTexts;
