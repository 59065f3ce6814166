import type { Origin } from '../../prisma/generated/enums.ts';
import type { ConversationAtHand } from '../people/conversation.ts';

/** By which way something came that was said in a conversation. */
export const originOf = ({ kind, channel }: Pick<ConversationAtHand, 'kind' | 'channel'>): Origin =>
  kind === 'direct' ? 'direct' : channel === 'web' ? 'web' : 'group';
