import type { Texts } from './texts.ts';
import { people } from './people/zh-tw.ts';
import { residents } from './residents/zh-tw.ts';
import { staff } from './staff/zh-tw.ts';
import { words } from './words/zh-tw.ts';
import { policy } from './policy/zh-tw.ts';
import { versions } from './versions/zh-tw.ts';
import { duty } from './duty/zh-tw.ts';
import { passing } from './passing/zh-tw.ts';
import { clocks } from './clocks/zh-tw.ts';
import { followUps } from './follow-ups/zh-tw.ts';
import { health } from './health/zh-tw.ts';
import { machines } from './machines/zh-tw.ts';
import { archive } from './archive/zh-tw.ts';

export const zhTw: Texts = {
  locale: 'zh-TW',
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
