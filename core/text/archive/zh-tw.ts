import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/zh-tw.ts';
import type { ArchiveTexts } from './texts.ts';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);

export const archive = {
  findHow: () => '搜尋 後面寫要找的詞，用空格分開，例如：搜尋 電梯 3棟 2026-10',
  found: (sought, all, more) =>
    lines(
      `「${quoted(sought, 40)}」：`,
      ...all.map(({ code, kind, area, summary, building, status, openedAt }) =>
        dots(
          `${code} ${quoted(summary, 24) || `${words.area(area)}${words.kind(kind)}`}`,
          building && `${building}棟`,
          openedAt,
          words.status(status),
        ),
      ),
      more > 0 && `還有 ${more} 筆。再加一個詞可以縮小範圍。`,
    ),
  foundNone: (sought) => `沒有找到「${quoted(sought, 40)}」。每個詞都要出現；少寫一個詞試試。`,
  policyReview: (community, year, figures) =>
    lines(
      `${community}：新的一年，請複審服務標準。`,
      figures && figures.tickets === 0 && `${year} 年沒有工單。`,
      figures &&
        figures.tickets > 0 &&
        `${year} 年按現行標準計算：工單 ${figures.tickets} 件，時限 ${figures.limits} 個，按時 ${percent(figures.inTime, figures.limits)}，` +
          `逾時 ${figures.limits - figures.inTime} 個，升級提醒 ${figures.escalations} 次，夜間打擾 ${figures.nightCalls} 次，重開 ${figures.reopened} 次。`,
      `試算一種改法：linli policy simulate 檔案 --from ${year}-01-01 --to ${year}-12-31`,
      '提出修改：服務標準 諮詢 12小時 2月1日起 因為人手增加。看現行標準：服務標準；徵求居民意見後再批准。',
    ),
} satisfies ArchiveTexts;
