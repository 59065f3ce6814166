import { Area, Kind, Urgency } from '../../prisma/generated/enums.ts';
import { parsePlaces } from '../intake/place/parse-places.ts';
import { spotIn } from '../intake/place/place-of.ts';
import { locales } from '../text/texts.ts';
import { textsFor } from '../text/texts-for.ts';
import type { MappedMatter } from './mapping.ts';

export type SourceOrder =
  | { kind: 'list' }
  | { kind: 'add'; name: string; matter: Partial<MappedMatter> }
  /** Which devices of a source, where `*` stands for anything, and what they report. */
  | { kind: 'rule'; name: string; device: string; matter: Partial<MappedMatter> }
  | { kind: 'map'; name: string; json: string }
  | { kind: 'revoke' | 'renew'; name: string }
  /** Something is missing or not understood: how it is written is to be shown. */
  | { kind: 'how' };

const orders: [RegExp, 'add' | 'rule' | 'map' | 'revoke' | 'renew'][] = [
  [/^(?:新增|添加|增加|add)(?=\s|$)/i, 'add'],
  [/^(?:规则|規則|rule)(?=\s|$)/i, 'rule'],
  [/^(?:映射|對應|map)(?=\s|$)/i, 'map'],
  [/^(?:停用|revoke)(?=\s|$)/i, 'revoke'],
  [/^(?:换密钥|換密鑰|換金鑰|rotate)(?=\s|$)/i, 'renew'],
];

/** Letters and digits of any script, `-` and `_`: it becomes part of an address. */
const sourceName = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

/**
 * Reads what follows the verb: nothing, `新增 门禁控制器 报修 设施 3栋`, `规则 门禁控制器 smoke-* 紧急 安全`, `停用 门禁控制器`.
 * Kind, area, urgency and place may come in any order and in any of the desk's languages; an area may be shortened.
 */
export function readSourceOrder(rest: string, buildings: readonly string[]): SourceOrder {
  const said = rest.normalize('NFKC').trim();
  if (said === '') return { kind: 'list' };
  const order = orders.find(([word]) => word.test(said));
  if (!order) return { kind: 'how' };
  const after = said.replace(order[0], '').trim();
  const [name = '', ...words] = after.split(/\s+/);
  if (!sourceName.test(name)) return { kind: 'how' };
  switch (order[1]) {
    case 'add': {
      const matter = readMatter(words, buildings);
      return matter ? { kind: 'add', name, matter } : { kind: 'how' };
    }
    case 'rule': {
      const [device = '', ...of] = words;
      const matter = readMatter(of, buildings);
      const isWhole = device !== '' && device.length <= 80 && matter !== null && Object.keys(matter).length > 0;
      return isWhole ? { kind: 'rule', name, device, matter } : { kind: 'how' };
    }
    case 'map': {
      // As written: full-width letters within are the estate's own.
      const from = rest.indexOf('{');
      return from < 0 ? { kind: 'how' } : { kind: 'map', name, json: rest.slice(from) };
    }
    case 'revoke':
    case 'renew':
      return words.length === 0 ? { kind: order[1], name } : { kind: 'how' };
  }
}

/** Null where a word means nothing, so that a slip does not become a mapping that nobody wanted. */
function readMatter(words: readonly string[], buildings: readonly string[]): Partial<MappedMatter> | null {
  const matter: Partial<MappedMatter> = {};
  const others: string[] = [];
  for (const word of words) {
    const kind = meant(word, Kind, (locale, one) => textsFor(locale).kind(one));
    const urgency = meant(word, Urgency, (locale, one) => textsFor(locale).urgency(one));
    const area = meant(word, Area, (locale, one) => textsFor(locale).area(one));
    if (kind) matter.kind = kind;
    else if (urgency) matter.urgency = urgency;
    else if (area) matter.area = area;
    else others.push(word);
  }
  if (others.length === 0) return matter;
  // Alone it does not show that the rest is Traditional.
  const text = others.join(' ').replaceAll('棟', '栋');
  const [place] = parsePlaces(text, { buildings, groupBuildings: [], locale: 'zh-CN' });
  const spot = spotIn(text.toLowerCase());
  if (!place && spot === null) return null;
  const { building = null, unit = null, room = null } = place ?? {};
  return { ...matter, place: { building, unit, room, spot } };
}

/** Exactly as the desk calls it in one of its languages, its English code, or at least the first two letters of its name in Chinese. */
function meant<T extends string>(
  word: string,
  all: Record<T, T>,
  nameIn: (locale: (typeof locales)[number], one: T) => string,
): T | null {
  const said = word.toLowerCase();
  for (const one of Object.values<T>(all)) {
    const names = [one, ...locales.map((locale) => nameIn(locale, one).toLowerCase())];
    const isShort = /^\p{Script=Han}{2,}$/u.test(said) && names.some((name) => name.startsWith(said));
    if (names.includes(said) || isShort) return one;
  }
  return null;
}
