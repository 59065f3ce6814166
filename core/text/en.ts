import { people } from './people/en.ts';
import { residents } from './residents/en.ts';
import { staff } from './staff/en.ts';
import { words } from './words/en.ts';
import type { Texts } from './texts.ts';
import { policy } from './policy/en.ts';
import { versions } from './versions/en.ts';
import { duty } from './duty/en.ts';
import { passing } from './passing/en.ts';
import { clocks } from './clocks/en.ts';
import { followUps } from './follow-ups/en.ts';
import { health } from './health/en.ts';
import { machines } from './machines/en.ts';
import { archive } from './archive/en.ts';

export const en: Texts = {
  locale: 'en',
  ...words,
  ...residents,
  ...staff,
  ...people,
  ...policy,
  ...versions,
  ...duty,
  ...passing,
  ...clocks,
  ...followUps,
  ...health,
  ...machines,
  ...archive,
};
