import { simplify } from './simplify.ts';
import type { Locale } from './texts.ts';

const latin = /\p{Script=Latin}/gu;
const han = /\p{Script=Han}/gu;

/**
 * The language in which something was said, as far as a few words show it; null when they do not. Characters that only
 * Traditional Chinese has decide between the two Chinese ones, so that "3座" alone says nothing.
 */
export function spokenLocale(text: string): Locale | null {
  const said = text.replaceAll(/https?:\S+|www\.\S+/gi, ' ');
  const letters = said.match(latin)?.length ?? 0;
  const characters = said.match(han)?.length ?? 0;
  // "kitchen fire" is English among Chinese neighbours; "good job", "KFC APP" and names are said by everybody.
  const words = said.match(/(?<!\p{L})\p{Ll}{4,}(?!\p{L})/gu)?.length ?? 0;
  if (words >= 2 && letters >= 10 && said.match(/\p{L}/gu)?.length === letters) return 'en';
  // A Chinese character says about as much as four letters do.
  if (letters >= 12 && letters > characters * 8) return 'en';
  if (characters < 4 || letters > characters * 4) return null;
  return simplify(text) === text ? 'zh-CN' : 'zh-TW';
}
