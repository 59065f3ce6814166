import type { OutageThing } from '../../notices/outages/things.ts';
import { quoted } from '../layout.ts';
import type { OutageTexts } from './texts.ts';

const things: Record<OutageThing, string> = {
  water: '停水',
  hot_water: '停熱水',
  power: '停電',
  gas: '停氣',
  heating: '停暖氣',
  lift: '電梯停用',
  network: '斷網',
  door: '門禁停用',
  barrier: '柵欄機停用',
  aircon: '停空調',
};

export const outages = {
  outageThing: (thing) => things[thing],
  outageKnown({ thing, from, until, isAhead }) {
    const name = things[thing];
    if (isAhead) return `通知裡說的${name}：${from ?? ''}${until ? ` 到 ${until}` : ' 開始'}。`;
    if (from && until) return `通知裡說的${name}：${from} 到 ${until}。已記下您這邊；到時還沒恢復，請再說一聲。`;
    if (until) return `通知裡說的${name}，預計 ${until} 恢復。已記下您這邊；到時還沒恢復，請再說一聲。`;
    return `通知裡說的${name}，正在處理，還沒有恢復時間。已記下您這邊；家裡有特殊困難，請說一聲。`;
  },
  noticeReports: (households) => `${households} 戶在問或在報`,
  againstNotice: ({ number, head }) => `與通知 ${number}「${quoted(head, 24)}」說的不一樣，請核實`,
} satisfies OutageTexts;
