import { words } from '../words/zh-tw.ts';
import type { OpinionTexts } from './texts.ts';

const certain = (sure: number): string => `（把握 ${Math.round(sure * 100)}%）`;

export const opinion = {
  opinionMatter: (kind, sure) => `語言模型：像是${words.kind(kind)}${certain(sure)}`,
  opinionNothing: (sure) => `語言模型：像是閒聊${certain(sure)}`,
  opinionKnown: (code, sure) => `語言模型：像是在說 ${code} 那件事${certain(sure)}`,
  opinionUrgent: () => '語言模型：可能有危險，請馬上看一下',
} satisfies OpinionTexts;
