import { en } from './en.ts';
import type { Locale, Texts } from './texts.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

/**
 * The catalogue language nearest to a BCP 47 tag: Traditional script and Hong Kong, Macau, Taiwan → zh-TW; any other
 * Chinese → zh-CN; everything else → en. Case and `_` for `-` make no difference.
 */
export function nearestLocale(tag: string): Locale {
  const parts = tag.toLowerCase().split(/[-_]/);
  if (parts[0] !== 'zh') return 'en';
  if (parts.includes('hans')) return 'zh-CN';
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-TW' : 'zh-CN';
}

const catalogues: Record<Locale, Texts> = { 'zh-CN': zhCn, 'zh-TW': zhTw, en };

/** Everything the desk says, in the language nearest to `locale` (see {@link nearestLocale}). */
export function textsFor(locale: string): Texts {
  return catalogues[nearestLocale(locale)];
}
