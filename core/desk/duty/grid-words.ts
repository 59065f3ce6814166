import type { Area, Role } from '../../../prisma/generated/enums.ts';
import { readBuildings, readRole } from '../setup-words.ts';
import { plain } from './days.ts';

const areas: [RegExp, Area][] = [
  [/^(?:设施设备|设施|设备|维修|facilities|facility|repairs?)$/, 'facilities'],
  [/^(?:环境卫生|环境|卫生|保洁|清洁|绿化|园艺|environment|cleaning|greening)$/, 'environment'],
  [/^(?:安全秩序|安全|秩序|安保|保安|治安|security)$/, 'security'],
  [/^(?:停车|车位|车库|停车场|parking)$/, 'parking'],
  [/^(?:邻里|邻居|邻里纠纷|neighbou?rs?)$/, 'neighbours'],
  [/^(?:费用|收费|物业费|缴费|fees?)$/, 'fees'],
  [/^(?:服务|service)$/, 'service'],
  [/^(?:社区活动|活动|社区|community|activities)$/, 'community'],
  [/^(?:其他|其它|other)$/, 'other'],
];

export interface GridWish {
  cancel: boolean;
  /** Labels; none: every building. */
  buildings: string[];
  /** None: every area. */
  areas: Area[];
}

const cancelWord = /^(?:取消|删除|cancel|remove) ?/;

/** Reads what follows 网格, without the names: `3栋 设施`, `1-3栋`, `绿化`, `取消 3栋`. `unread`: what is neither building nor area. */
export function readGridWish(rest: string): GridWish | { unread: string } {
  const said = plain(rest);
  const cancel = cancelWord.test(said);
  const wish: GridWish = { cancel, buildings: [], areas: [] };
  const words = said
    .replace(cancelWord, '')
    // "3栋设施" is a building and a topic.
    .replaceAll(/(号楼|栋|幢|座)(?=[^\s,、和])/g, '$1 ')
    .replaceAll(/\b(?:building|bldg|block|tower)s? ?(?=[\w-])/g, '')
    .split(/[\s,、;和]+/)
    .filter((word) => word !== '' && word !== 'and');
  for (const word of words) {
    const area = areas.find(([pattern]) => pattern.test(word))?.[1];
    const labels = labelsOf(word);
    if (area) wish.areas.push(area);
    else if (labels.length > 0) wish.buildings.push(...labels);
    else return { unread: word };
  }
  return wish;
}

/** "3栋", or "1-3栋", which is three. */
function labelsOf(word: string): string[] {
  const range = /^(\d{1,3})(?:号楼|栋|幢|座)?[-–~至到](\d{1,3})(?:号楼|栋|幢|座)?$/.exec(word);
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  if (range && to >= from && to - from < 100) return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  return readBuildings(word);
}

/** Reads what follows 代理人, without the name; `role` null is every role. */
export function readDeputyWish(rest: string): { cancel: boolean; role: Role | null } | { unread: string } {
  const said = plain(rest);
  const cancel = cancelWord.test(said);
  const words = said.replace(cancelWord, '').trim();
  if (words === '' || /^(?:全部|所有|所有岗位|all)$/.test(words)) return { cancel, role: null };
  const read = readRole(words);
  return read && read.buildings.length === 0 ? { cancel, role: read.role } : { unread: words };
}

/** Reads what follows 接单上限, without the name: a number of tickets, or null for no limit; undefined if it is neither. */
export function readCapacity(rest: string): number | null | undefined {
  const said = plain(rest);
  if (/^(?:不限|无限|没有上限|取消|unlimited|no limit|none)$/.test(said)) return null;
  const count = /^(\d{1,3}) ?(?:件|单|个|张|tickets?)?$/.exec(said)?.[1];
  return count === undefined ? undefined : Number(count);
}
