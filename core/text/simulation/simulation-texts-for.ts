import { nearestLocale } from '../texts-for.ts';
import type { Locale } from '../texts.ts';
import { simulation as en } from './en.ts';
import type { SimulationTexts } from './texts.ts';
import { simulation as zhCn } from './zh-cn.ts';
import { simulation as zhTw } from './zh-tw.ts';

const catalogues: Record<Locale, SimulationTexts> = { 'zh-CN': zhCn, 'zh-TW': zhTw, en };

/** The words of a simulation's report in the language nearest to `locale`. */
export const simulationTextsFor = (locale: string): SimulationTexts => catalogues[nearestLocale(locale)];
