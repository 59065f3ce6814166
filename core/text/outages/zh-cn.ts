import type { OutageThing } from '../../notices/outages/things.ts';
import { quoted } from '../layout.ts';
import type { OutageTexts } from './texts.ts';

const things: Record<OutageThing, string> = {
  water: '停水',
  hot_water: '停热水',
  power: '停电',
  gas: '停气',
  heating: '停暖',
  lift: '电梯停用',
  network: '断网',
  door: '门禁停用',
  barrier: '道闸停用',
  aircon: '停空调',
};

export const outages = {
  outageThing: (thing) => things[thing],
  outageKnown({ thing, from, until, isAhead }) {
    const name = things[thing];
    if (isAhead) return `通知里说的${name}：${from ?? ''}${until ? ` 到 ${until}` : ' 开始'}。`;
    if (from && until) return `通知里说的${name}：${from} 到 ${until}。已记下您这边；到时还没恢复，请再说一声。`;
    if (until) return `通知里说的${name}，预计 ${until} 恢复。已记下您这边；到时还没恢复，请再说一声。`;
    return `通知里说的${name}，正在处理，还没有恢复时间。已记下您这边；家里有特殊困难，请说一声。`;
  },
  noticeReports: (households) => `${households} 户在问或在报`,
  againstNotice: ({ number, head }) => `与通知 ${number}“${quoted(head, 24)}”说的不一样，请核实`,
} satisfies OutageTexts;
