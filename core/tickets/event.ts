/**
 * Staff took it out (`out`), or the incident apart; what was corrected shows that it has another cause (`corrected`); its requester says that it
 * was only of their own flat (`one_flat`). Old rows of the last kind say `corrected`.
 */
export type LeftBecause = 'out' | 'apart' | 'corrected' | 'one_flat';

/**
 * The steps in the life of a ticket, with what `TicketEvent.data` holds for each. Only ever added to: old rows stay readable.
 */
export interface TicketEventData {
  opened: { kind: string; area: string; urgency: string; origin: string };
  /** First-asked responsibility (P6b): `why` names the rule that chose (core/tickets/charge.ts), or `first_asked`, or `left`. */
  assigned: {
    personId: string | null;
    name: string | null;
    why: string;
    /** Those whom the rules named before, and why they were not chosen (absent, full); absent in old rows. */
    passedOver?: { personId: string; name: string; why: string }[];
  };
  /** `offered`: it was passed to them, and they accept it. */
  taken: { by: string; why?: 'offered' };
  /** `incident`, here and below: the number of the incident by which it was said to everybody who reported it. */
  answered: { by: string; text: string; where: 'card' | 'group'; incident?: number };
  /** The bot has given the answer of an entry of the knowledge base by itself (P5c); it stops no limit. */
  auto_answered: { faq: number; text: string };
  /** It did not help the resident. */
  auto_unhelpful: { faq: number; comment: string | null };
  asked_back: { by: string; question: string };
  promised: { by: string; dueAt: string; note: string | null; incident?: number };
  progressed: { by: string; text: string; incident?: number };
  /** Somebody is asked to take it over; until they accept, who passed it stays in charge. */
  passed: { by: string; toName: string; toId: string };
  declined: { by: string; reason: string | null };
  /** Nobody accepted it in time: it is back with who passed it. */
  returned: { fromName: string; toName: string };
  merged: { by: string; intoCode: string };
  absorbed: { by: string; fromCode: string };
  dismissed: { by: string };
  /** It is one report of an incident, by its number; `by` is null where the desk found it so. */
  incident_joined: { incident: number; by: string | null };
  /** It is a matter of its own after all; `by` is null where the desk found it so from the message. */
  incident_left: { incident: number; by: string | null; why: LeftBecause };
  message_added: { part: string };
  message_recalled: Record<string, never>;
  message_edited: Record<string, never>;
  corrected: { changes: Record<string, string | null> };
  settled_by_resident: Record<string, never>;
  done: { by: string; text: string | null; incident?: number };
  rated: { score: number; comment: string | null };
  confirmed: Record<string, never>;
  reopened: { by: 'resident' | 'staff'; comment: string | null };
  /** A manager adopted a suggestion, or turned it down (P5b). */
  decided: { by: string; adopted: boolean; text: string | null };
  closed: { why: 'rated' | 'confirmed' | 'unanswered' | 'nobody_to_ask' | 'decided' | 'praise' };
  /** `rung` is the policy's name for it; absent in old rows. */
  reminded: { limit: string; clause: string; rung?: string };
  escalated: { limit: string; clause: string; rung: string; told: string };
  breached: { limit: string; clause: string; dueAt: string };
  /** The resident was told that it is late, and when they will hear instead: null in an emergency, which is still being called for. */
  apologised: { limit: string; dueAt: string | null };
  /** The ball is with the resident: these limits do not run. */
  paused: { clauses: string[] };
  resumed: { clauses: string[] };
  postponed: { by: string; until: string; reason: string };
  follow_up_planned: { occasion: string; by: 'bot' | 'person'; dueAt: string };
  followed_up: { outcome: string; by: string | null; note: string | null };
  /** An account did not hear then: messages of that time may be missing (P10b). */
  may_be_missing: { from: string; until: string };
  /** It may be a word on another ticket. */
  seems_like: { ticketId: string; code: string };
  machine_reported: { source: string; device: string; alarm: boolean; count: number };
  /** Its limits are counted by another version of the policy from now on. */
  policy_moved: { version: number };
  delivery_failed: { outboxId: string; purpose: string; failure: string };
}

export type TicketEventType = keyof TicketEventData;
