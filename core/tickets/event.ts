/**
 * The steps in the life of a ticket, with what `TicketEvent.data` holds for each. Only ever added to: old rows stay readable.
 */
export interface TicketEventData {
  opened: { kind: string; area: string; urgency: string; origin: string };
  /** First-asked responsibility (P6b): `why` names the rule that chose, or `first_asked`, or `left`. */
  assigned: { personId: string | null; name: string | null; why: string };
  taken: { by: string };
  answered: { by: string; text: string; where: 'card' | 'group' };
  asked_back: { by: string; question: string };
  promised: { by: string; dueAt: string; note: string | null };
  progressed: { by: string; text: string };
  passed: { by: string; toName: string; toId: string };
  merged: { by: string; intoCode: string };
  absorbed: { by: string; fromCode: string };
  dismissed: { by: string };
  message_added: { part: string };
  message_recalled: Record<string, never>;
  message_edited: Record<string, never>;
  corrected: { changes: Record<string, string | null> };
  settled_by_resident: Record<string, never>;
  done: { by: string; text: string | null };
  rated: { score: number; comment: string | null };
  confirmed: Record<string, never>;
  reopened: { by: 'resident' | 'staff'; comment: string | null };
  closed: { why: 'rated' | 'confirmed' | 'unanswered' | 'nobody_to_ask' };
  reminded: { limit: string; clause: string };
  breached: { limit: string; clause: string; dueAt: string };
  delivery_failed: { outboxId: string; purpose: string; failure: string };
}

export type TicketEventType = keyof TicketEventData;
