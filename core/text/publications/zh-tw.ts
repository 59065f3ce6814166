import { dots, lines } from '../layout.ts';
import { notices } from '../notices/zh-tw.ts';
import type { PublicationTexts, PublicationView } from './texts.ts';

const line = ({ number, title, repeat, due, isOverdue, last }: PublicationView): string =>
  dots(
    `公示 ${number}`,
    title,
    notices.noticeRepeat(repeat),
    isOverdue ? `已過期，應在${due}` : `下一次${due}`,
    last ? `上一次${last}` : '還沒有公示過',
  );
const how = (number: number): string => `寫好後發：公示 ${number} 正文…（可附照片和檔案），會先給您看預覽。`;

export const publications = {
  publicationList: (all) =>
    all.length > 0
      ? lines('定期公示：', ...all.map(line), '釋出：公示 1 正文… · 停用：公示 停用 1')
      : '還沒有定期公示。新增：公示 新增 財務公示 每季度15日。',
  publication: (view) => lines(line(view), how(view.number)),
  publicationAdded: (view) => lines('已新增：', line(view), '到期前會提醒經理，過期會告訴監督小組。'),
  publicationRevoked: (title) => `好的，「${title}」以後不再提醒。`,
  publicationUnknown: (number) => `沒有編號 ${number} 的公示，什麼都沒有改。看全部：公示。`,
  publicationHow: () =>
    lines(
      '沒有看懂，什麼都沒有改。可以這樣寫：',
      '公示（列表） · 公示 新增 財務公示 每季度15日 · 公示 停用 1',
      '公示 1 正文…（可附照片和檔案）',
    ),
  publicationSoon: (number, title, due) => lines(`「${title}」應在${due}公示。`, how(number)),
  publicationDue: (number, title) => lines(`「${title}」今天應該公示了。`, how(number)),
  publicationOverdue: (number, title, due, late) =>
    lines(`「${title}」應在${due}公示，已經晚了 ${late}。`, `請經理儘快釋出：公示 ${number} 正文…`),
} satisfies PublicationTexts;
