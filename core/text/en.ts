import { people } from './en-people.ts';
import { residents } from './en-residents.ts';
import { staff } from './en-staff.ts';
import { words } from './en-words.ts';
import type { Texts } from './texts.ts';

export const en: Texts = { locale: 'en', ...words, ...residents, ...staff, ...people };
