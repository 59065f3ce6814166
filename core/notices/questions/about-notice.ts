import type { Notice } from '../../../prisma/generated/client.ts';
import { questionWords, weight } from '../../faq/likeness.ts';

const DAY_MS = 86_400_000;
/** Questions about what was announced come for so long after it has begun. */
const ASKED_FOR_MS = 14 * DAY_MS;
/** So much of what a question is about must stand in the notice. */
const COVERED_FROM = 0.5;

/** Stands in any notice and says nothing of what it is about. */
const usual = new Set(
  (
    '尊敬 敬的 业主 住户 居民 各位 通知 公告 物业 服务 中心 小区 本小 谢谢 感谢 配合 理解 支持 不便 敬请 谅解 请相 相互 互转 转告 特此 此通 ' +
    '管理 办公 公室 时间 期间 届时 提前 做好 准备 安排 工作 进行 相关 情况 如有 疑问 联系 拨打 电话 今天 明天 后天 上午 下午 晚上 早上 点到 ' +
    'dear resident notice property manage office thank please your support apolog inconvenience today tomorrow morning afternoon'
  ).split(' '),
);

/** A notice, as far as telling goes whether somebody asks about it. */
export type AskedNotice = Pick<Notice, 'state' | 'text' | 'isDrill' | 'liveAt' | 'effectiveAt' | 'endsAt'>;

/**
 * Until when what sounds like a notice is taken for a question about it (P8c): for 14 days after it was told, or begins to hold, or is
 * expected to be over, whichever is latest; of one that is over for 14 days after it began to hold. Null where nobody was told, or
 * it was taken back.
 */
export function askedUntil({ state, isDrill, liveAt, effectiveAt, endsAt }: AskedNotice): Date | null {
  if (isDrill || liveAt === null || (state !== 'live' && state !== 'ended')) return null;
  const from = state === 'ended' ? [effectiveAt] : [liveAt, effectiveAt, endsAt];
  const times = from.flatMap((at) => (at ? [at.getTime()] : []));
  return times.length === 0 ? null : new Date(Math.max(...times) + ASKED_FOR_MS);
}

/** Whether a question is about what a notice says: half of its words stand there, beside those that stand in any notice. */
export function isAbout(question: string, notice: string): boolean {
  const asked = new Map([...questionWords(question).tokens].filter(([token]) => !usual.has(token)));
  const told = questionWords(notice).tokens;
  const covered = new Map([...asked].filter(([token]) => told.has(token)));
  const isNamed = [...covered.values()].some((points) => points === 1);
  return isNamed && weight(covered) >= COVERED_FROM * weight(asked);
}
