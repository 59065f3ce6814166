import type { Texts } from './texts.ts';
import { people } from './zh-cn-people.ts';
import { residents } from './zh-cn-residents.ts';
import { staff } from './zh-cn-staff.ts';
import { words } from './zh-cn-words.ts';

export const zhCn: Texts = { locale: 'zh-CN', ...words, ...residents, ...staff, ...people };
