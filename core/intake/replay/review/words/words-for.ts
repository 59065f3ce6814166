import { nearestLocale } from '../../../../text/texts-for.ts';
import { en } from './en.ts';
import type { ReviewWords } from './review-words.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

/** In the language of the catalogue that is nearest to a tag. */
export const reviewWordsFor = (tag: string): ReviewWords => ({ 'zh-CN': zhCn, 'zh-TW': zhTw, en })[nearestLocale(tag)];
