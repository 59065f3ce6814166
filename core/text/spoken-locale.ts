import { simplify } from './simplify.ts';
import type { Locale } from './texts.ts';

const latin = /\p{Script=Latin}/gu;
const han = /\p{Script=Han}/gu;

/**
 * The language in which something was said, as far as a few words show it; null when they do not. Characters that only
 * Traditional Chinese has decide between the two Chinese ones, so that "3座" alone says nothing.
 */
export function spokenLocale(text: string): Locale | null {
  const letters = text.match(latin)?.length ?? 0;
  const characters = text.match(han)?.length ?? 0;
  // "kitchen fire" among Chinese neighbours; "ok thanks" is said by everybody.
  if (characters === 0 && (text.match(/\p{Script=Latin}{3,}/gu)?.length ?? 0) >= 2) return 'en';
  // A Chinese character says about as much as four letters do.
  if (letters >= 12 && letters > characters * 8) return 'en';
  if (characters < 4 || letters > characters * 4) return null;
  return simplify(text) === text ? 'zh-CN' : 'zh-TW';
}
