import type { Area, Kind, Origin, Urgency } from '../../../prisma/generated/enums.ts';

/** Steps of a ticket's life by which its limits start and end. Everything else that happened makes no difference to them. */
export const storySteps = [
  'assigned',
  'taken',
  'answered',
  'progressed',
  'asked_back',
  'promised',
  'message_added',
  'resumed',
  'passed',
  'declined',
  'done',
  'reopened',
  'rated',
  'closed',
  'merged',
  'dismissed',
] as const;

export interface StoryStep {
  type: (typeof storySteps)[number];
  at: Date;
  /** Who did it; null where the desk itself did. */
  actorId: string | null;
  /** What the step is about: the person (`assigned`, `passed`), the promised time (`promised`), the score (`rated`). */
  about: string | null;
}

/** What is needed of a ticket's past to count its limits anew: as it was understood in the end, and what people did when. */
export interface TicketStory {
  id: string;
  kind: Kind;
  area: Area;
  urgency: Urgency;
  origin: Origin;
  /** It came by chat, and so can be answered there. */
  byChat: boolean;
  openedAt: Date;
  /** In the order in which they happened. */
  steps: readonly StoryStep[];
}
