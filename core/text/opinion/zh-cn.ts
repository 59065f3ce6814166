import { words } from '../words/zh-cn.ts';
import type { OpinionTexts } from './texts.ts';

const certain = (sure: number): string => `（把握 ${Math.round(sure * 100)}%）`;

export const opinion = {
  opinionMatter: (kind, sure) => `语言模型：像是${words.kind(kind)}${certain(sure)}`,
  opinionNothing: (sure) => `语言模型：像是闲聊${certain(sure)}`,
  opinionKnown: (code, sure) => `语言模型：像是在说 ${code} 那件事${certain(sure)}`,
  opinionUrgent: () => '语言模型：可能有危险，请马上看一下',
} satisfies OpinionTexts;
