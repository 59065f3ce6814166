import { dots, lines } from '../layout.ts';
import { notices } from '../notices/zh-cn.ts';
import type { PublicationTexts, PublicationView } from './texts.ts';

const line = ({ number, title, repeat, due, isOverdue, last }: PublicationView): string =>
  dots(
    `公示 ${number}`,
    title,
    notices.noticeRepeat(repeat),
    isOverdue ? `已过期，应在${due}` : `下一次${due}`,
    last ? `上一次${last}` : '还没有公示过',
  );
const how = (number: number): string => `写好后发：公示 ${number} 正文…（可附照片和文件），会先给您看预览。`;

export const publications = {
  publicationList: (all) =>
    all.length > 0
      ? lines('定期公示：', ...all.map(line), '发布：公示 1 正文… · 停用：公示 停用 1')
      : '还没有定期公示。新增：公示 新增 财务公示 每季度15日。',
  publication: (view) => lines(line(view), how(view.number)),
  publicationAdded: (view) => lines('已新增：', line(view), '到期前会提醒经理，过期会告诉监督小组。'),
  publicationRevoked: (title) => `好的，“${title}”以后不再提醒。`,
  publicationUnknown: (number) => `没有编号 ${number} 的公示，什么都没有改。看全部：公示。`,
  publicationHow: () =>
    lines(
      '没有看懂，什么都没有改。可以这样写：',
      '公示（列表） · 公示 新增 财务公示 每季度15日 · 公示 停用 1',
      '公示 1 正文…（可附照片和文件）',
    ),
  publicationSoon: (number, title, due) => lines(`“${title}”应在${due}公示。`, how(number)),
  publicationDue: (number, title) => lines(`“${title}”今天应该公示了。`, how(number)),
  publicationOverdue: (number, title, due, late) =>
    lines(`“${title}”应在${due}公示，已经晚了 ${late}。`, `请经理尽快发布：公示 ${number} 正文…`),
} satisfies PublicationTexts;
