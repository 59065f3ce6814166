import type { Texts } from './texts.ts';
import { people } from './zh-tw-people.ts';
import { residents } from './zh-tw-residents.ts';
import { staff } from './zh-tw-staff.ts';
import { words } from './zh-tw-words.ts';

export const zhTw: Texts = { locale: 'zh-TW', ...words, ...residents, ...staff, ...people };
