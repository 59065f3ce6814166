import { words } from '../words/en.ts';
import type { OpinionTexts } from './texts.ts';

const certain = (sure: number): string => `(${Math.round(sure * 100)}% sure)`;

export const opinion = {
  opinionMatter: (kind, sure) => `Language model: may be a matter: ${words.kind(kind)} ${certain(sure)}`,
  opinionNothing: (sure) => `Language model: may be chatter ${certain(sure)}`,
  opinionKnown: (code, sure) => `Language model: may belong to ${code} ${certain(sure)}`,
  opinionUrgent: () => 'Language model: somebody may be in danger, please look at once',
} satisfies OpinionTexts;
