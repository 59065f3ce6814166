import type { Logger } from 'pino';
import type { Channel, Inbox } from '../channel/channel.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { createDrain, type Drain } from '../intake/inbox/drain.ts';
import { createInbox } from '../intake/inbox/receive.ts';
import { understand as understandGroupTalk } from '../intake/understand.ts';
import type { Understand } from '../intake/understanding.ts';
import type { Bells } from '../outbox/bells.ts';
import { createDueHandler } from '../tickets/due.ts';
import { createEventHandler } from './handle-event.ts';

export interface Desk {
  /** Where the bot of an account puts what it hears. */
  inboxFor(channel: Pick<Channel, 'name' | 'account'>): Inbox;
  /** Handles what a conversation has stored and nobody has handled. */
  drain: Drain;
  /** Looks at a deadline whose bell rang. */
  due(deadlineId: string): Promise<void>;
}

/** Puts the desk together: what it hears, what it does about it, what it does when a time has come. */
export function createDesk(parts: {
  db: Database;
  clock: Clock;
  bells: Bells;
  log: Logger;
  /** Of communities founded from a chat. */
  defaults: { locale: string; timeZone: string };
  /** By default the desk's own. */
  understand?: Understand;
  /** In [0, 1), for ticket codes. */
  random?: () => number;
}): Desk {
  const { db, clock, bells, log, defaults, understand = understandGroupTalk, random } = parts;
  const tools = { db, clock, bells, log, ...(random ? { random } : {}) };
  const drain = createDrain({ ...tools, handler: createEventHandler({ understand, log, defaults }) });
  return {
    inboxFor: ({ name, account }) => createInbox({ db, channel: { name, account }, drain, log }),
    drain,
    due: createDueHandler(tools),
  };
}
