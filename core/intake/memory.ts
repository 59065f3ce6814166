import { applyChanges, makesReporter } from './apply-changes.ts';
import {
  type Act,
  CONTEXT_DAYS,
  CONTEXT_MESSAGES,
  type GroupContext,
  type GroupSetting,
  type HeardMessage,
  type KnownMatter,
  type Understanding,
} from './understanding.ts';

/** A matter as the memory of a group holds it, with what a ticket would show. */
export interface RememberedMatter extends KnownMatter {
  /** Only asked of the staff: may be no matter at all. */
  doubtful: boolean;
  sensitive: boolean;
  /** Residents' messages that report or add, first one first; what only settles is left out. */
  told: string[];
  /** The first answer of the staff, or null. */
  answeredBy: string | null;
  settledBy: string | null;
  reasons: Understanding['explanation']['reasons'];
}

/**
 * What a group knows, kept in memory: replay, measurements and tests use it in place of the database, with the same
 * understanding. Feed it every message in order: `context()`, understand, then `hear()`.
 */
export class GroupMemory {
  readonly #setting: GroupSetting;
  readonly #recent: HeardMessage[] = [];
  /** Newest first. */
  #matters: RememberedMatter[] = [];
  readonly #forgotten: RememberedMatter[] = [];
  readonly #doubts: RememberedMatter[] = [];
  #count = 0;

  constructor(setting: GroupSetting) {
    this.#setting = setting;
  }

  /** What is known before a message of that time is heard. */
  context(at: Date): GroupContext {
    const since = at.getTime() - CONTEXT_DAYS * 24 * 60 * 60_000;
    if (this.#matters.some(({ settledAt, lastMessageAt }) => (settledAt ?? lastMessageAt).getTime() < since)) {
      // An open matter of the past is remembered only as long as a settled one, so that long histories stay quick.
      const kept = (matter: RememberedMatter): boolean => (matter.settledAt ?? matter.lastMessageAt).getTime() >= since;
      this.#forgotten.push(...this.#matters.filter((matter) => !kept(matter)));
      this.#matters = this.#matters.filter(kept);
    }
    return { setting: this.#setting, recent: this.#recent, matters: this.#matters };
  }

  /** Remembers a message and what was understood of it. Returns the ids of the matters it opened. */
  hear(message: HeardMessage, { acts, explanation }: Understanding): string[] {
    const opened: string[] = [];
    for (const act of acts) {
      const id = this.#apply(act, message, explanation);
      if (id !== null) opened.push(id);
    }
    this.#recent.push(message);
    if (this.#recent.length > CONTEXT_MESSAGES) this.#recent.shift();
    return opened;
  }

  #apply(act: Act, message: HeardMessage, explanation: Understanding['explanation']): string | null {
    if (act.kind === 'late_report') return this.#applyLate(act, message, explanation);
    if (act.kind === 'report' || act.kind === 'doubt') {
      const matter: RememberedMatter = {
        id: String(++this.#count),
        ...act.matter,
        messages: [message.id],
        told: [message.id],
        reporterIds: message.senderId === null ? [] : [message.senderId],
        openedAt: message.at,
        lastMessageAt: message.at,
        settledAt: null,
        doubtful: act.kind === 'doubt',
        answeredBy: null,
        settledBy: null,
        // They are worked out when they are asked for, and nobody asks for those of an addition.
        reasons: explanation.reasons,
      };
      // Nobody has answered the question yet, so a doubt is no matter that others could add to.
      if (matter.doubtful) this.#doubts.push(matter);
      else this.#matters = [matter, ...this.#matters];
      return matter.id;
    }
    this.#matters = this.#matters.map((matter) => (matter.id === act.matterId ? added(matter, act, message) : matter));
    return null;
  }

  #applyLate(
    { matter, messageId, part, settles }: Extract<Act, { kind: 'late_report' }>,
    message: HeardMessage,
    explanation: Understanding['explanation'],
  ): string | null {
    const opener = this.#recent.find(({ id }) => id === messageId);
    if (!opener) return null;
    const asked = this.#doubts.findIndex(({ told }) => told[0] === messageId);
    if (asked >= 0) this.#doubts.splice(asked, 1);
    const matterId = this.#apply({ kind: 'report', matter }, opener, explanation);
    if (matterId === null) return null;
    const then: Act =
      part === 'answer' ? { kind: 'answer', matterId, settles } : { kind: 'addition', matterId, part, changes: {} };
    this.#apply(then, message, explanation);
    return matterId;
  }

  /** All matters so far, in the order in which they were opened, the doubtful ones among them. */
  toTickets(): RememberedMatter[] {
    return [...this.#forgotten, ...this.#matters, ...this.#doubts].sort((a, b) => Number(a.id) - Number(b.id));
  }
}

function added(
  matter: RememberedMatter,
  act: Exclude<Act, { kind: 'report' | 'doubt' | 'late_report' }>,
  message: HeardMessage,
): RememberedMatter {
  const heard = { ...matter, messages: [...matter.messages, message.id], lastMessageAt: message.at };
  if (act.kind === 'answer') {
    return {
      ...heard,
      answeredBy: matter.answeredBy ?? message.id,
      settledAt: act.settles ? message.at : matter.settledAt,
      settledBy: act.settles ? message.id : matter.settledBy,
    };
  }
  const isNew = makesReporter(act.part) && message.senderId !== null && !matter.reporterIds.includes(message.senderId);
  const settled = act.part === 'settled';
  return applyChanges(
    {
      ...heard,
      told: settled ? matter.told : [...matter.told, message.id],
      reporterIds: isNew && message.senderId !== null ? [...matter.reporterIds, message.senderId] : matter.reporterIds,
      settledAt: settled ? message.at : matter.settledAt,
      settledBy: settled ? message.id : matter.settledBy,
    },
    act.changes,
  );
}
