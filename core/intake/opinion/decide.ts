import type { Kind } from '../understanding.ts';
import type { Answer } from './opinion.ts';

/** From how much confidence on a model is followed. A matter that is dropped is not seen again; a ticket too many is. */
const OPEN_FROM = 0.75;
const TIE_FROM = 0.8;
const DROP_FROM = 0.85;

/** What the staff are told of what a model thought. */
export type Thought =
  | { kind: 'matter'; matter: Kind; confidence: number }
  | { kind: 'nothing'; confidence: number }
  | { kind: 'known'; ticketId: string; confidence: number }
  /** It thinks that somebody is in danger. */
  | { kind: 'urgent' };

export type Verdict =
  | { kind: 'open'; as: Pick<Answer, 'kind' | 'area' | 'urgency'> }
  | { kind: 'tie'; ticketId: string }
  | { kind: 'drop' }
  | { kind: 'ask'; thought: Thought };

/**
 * What is made of a model's answer about a doubtful message (P2). Where there is danger in the message, or the model sees one, people decide:
 * a model neither rings an alarm (P5e) nor drops what may be one.
 * @param doubt.inDanger the message itself tells of danger
 * @param doubt.ticketIds the matters on record that the model was shown, in their order
 */
export function decide(answer: Answer, doubt: { inDanger: boolean; ticketIds: readonly string[] }): Verdict {
  const { matter, known, kind, area, urgency, confidence } = answer;
  const ticketId = known > 0 ? doubt.ticketIds[known - 1] : undefined;
  const thought: Thought =
    matter && urgency === 'emergency'
      ? { kind: 'urgent' }
      : !matter
        ? { kind: 'nothing', confidence }
        : ticketId === undefined
          ? { kind: 'matter', matter: kind, confidence }
          : { kind: 'known', ticketId, confidence };
  if (doubt.inDanger || thought.kind === 'urgent') return { kind: 'ask', thought };
  if (thought.kind === 'nothing') return confidence >= DROP_FROM ? { kind: 'drop' } : { kind: 'ask', thought };
  if (ticketId !== undefined) return confidence >= TIE_FROM ? { kind: 'tie', ticketId } : { kind: 'ask', thought };
  return confidence >= OPEN_FROM ? { kind: 'open', as: { kind, area, urgency } } : { kind: 'ask', thought };
}
