import { nearestLocale } from '../texts-for.ts';
import type { Locale } from '../texts.ts';
import type { MistakeTexts } from './mistake-texts.ts';
import { mistakes as en } from './mistakes-en.ts';
import { mistakes as zhCn } from './mistakes-zh-cn.ts';
import { mistakes as zhTw } from './mistakes-zh-tw.ts';

const catalogues: Record<Locale, MistakeTexts> = { 'zh-CN': zhCn, 'zh-TW': zhTw, en };

/** How mistakes in a policy are named in the language nearest to `locale`. */
export const mistakeTextsFor = (locale: string): MistakeTexts => catalogues[nearestLocale(locale)];
