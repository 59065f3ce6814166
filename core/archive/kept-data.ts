import type { TicketEventType } from '../tickets/event.ts';
import { isRecord } from '../policy/check/flaw.ts';
import type { Prisma } from '../../prisma/generated/client.ts';

type Kept = Record<string, string | number | boolean | null | readonly string[] | Record<string, string>>;

/** What is counted, or explains when and by which rule something happened. Everything else may be words or names. */
const always: ReadonlySet<string> = new Set(
  (
    'kind area urgency origin personId why where dueAt toId intoCode fromCode part score limit clause rung clauses until ' +
    'occasion outcome from alarm count version outboxId purpose failure incident'
  ).split(' '),
);

/** Steps whose `by` is one of few words, and no name. */
const byWords: ReadonlySet<string> = new Set<TicketEventType>(['reopened', 'follow_up_planned']);

/** Of what staff corrected: where it was is told as closely as a building. */
const corrections: readonly string[] = ['kind', 'area', 'urgency', 'building'];

/** What stays of the data of a step when its ticket is made anonymous (P4): no words, no names, no rooms. */
export function keptData(type: string, data: unknown): Prisma.InputJsonObject {
  if (!isRecord(data)) return {};
  const kept: Kept = {};
  for (const [key, value] of Object.entries(data)) {
    if (!always.has(key) && !(key === 'by' && byWords.has(type))) continue;
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      kept[key] = value;
    else if (Array.isArray(value)) kept[key] = value.map(String);
  }
  const changes = data['changes'];
  if (type === 'corrected' && isRecord(changes)) {
    kept['changes'] = Object.fromEntries(
      Object.entries(changes).flatMap(([key, value]) =>
        corrections.includes(key) && typeof value === 'string' ? [[key, value]] : [],
      ),
    );
  }
  return kept;
}
