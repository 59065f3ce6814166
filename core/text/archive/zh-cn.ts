import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/zh-cn.ts';
import type { ArchiveTexts } from './texts.ts';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);

export const archive = {
  findHow: () => '查找 后面写要找的词，用空格分开，例如：查找 电梯 3栋 2026-10',
  found: (sought, all, more) =>
    lines(
      `“${quoted(sought, 40)}”：`,
      ...all.map(({ code, kind, area, summary, building, status, openedAt }) =>
        dots(
          `${code} ${quoted(summary, 24) || `${words.area(area)}${words.kind(kind)}`}`,
          building && `${building}栋`,
          openedAt,
          words.status(status),
        ),
      ),
      more > 0 && `还有 ${more} 条。再加一个词可以缩小范围。`,
    ),
  foundNone: (sought) => `没有找到“${quoted(sought, 40)}”。每个词都要出现；少写一个词试试。`,
  policyReview: (community, year, figures) =>
    lines(
      `${community}：新的一年，请复审服务标准。`,
      figures && figures.tickets === 0 && `${year} 年没有工单。`,
      figures &&
        figures.tickets > 0 &&
        `${year} 年按现行标准计算：工单 ${figures.tickets} 件，时限 ${figures.limits} 个，按时 ${percent(figures.inTime, figures.limits)}，` +
          `超时 ${figures.limits - figures.inTime} 个，升级提醒 ${figures.escalations} 次，夜间打扰 ${figures.nightCalls} 次，重开 ${figures.reopened} 次。`,
      `试算一种改法：linli policy simulate 文件 --from ${year}-01-01 --to ${year}-12-31`,
      '提出修改：服务标准 咨询 12小时 2月1日起 因为人手增加。看现行标准：服务标准；征求居民意见后再批准。',
    ),
} satisfies ArchiveTexts;
