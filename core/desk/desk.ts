import type { Logger } from 'pino';
import { createAccountWatch } from '../accounts/watch.ts';
import type { AccountWatch } from '../channel/account.ts';
import type { Channel, Inbox } from '../channel/channel.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { createDrain, type Drain } from '../intake/inbox/drain.ts';
import { createInbox } from '../intake/inbox/receive.ts';
import { ensureHealthChecks } from '../health/ensure.ts';
import type { LanguageModel } from '../intake/opinion/language-model.ts';
import { createOpinions, type Opinions } from '../intake/opinion/opinions.ts';
import { understand as understandGroupTalk } from '../intake/understand.ts';
import type { Understand } from '../intake/understanding.ts';
import { createMachineReceiver, type MachineReceiver } from '../machines/receive.ts';
import type { Bells } from '../outbox/bells.ts';
import { createDueHandler } from '../clocks/due.ts';
import { createEventHandler } from './handle-event.ts';
import type { QuotaOf } from './scene.ts';

export interface Desk {
  /** Where the bot of an account puts what it hears. */
  inboxFor(channel: Pick<Channel, 'name' | 'account'>): Inbox;
  /** Where the bot of an account tells how the account stands. */
  watchFor(channel: Pick<Channel, 'name' | 'account'>): AccountWatch;
  /** Handles what a conversation has stored and nobody has handled. */
  drain: Drain;
  /** Looks at a deadline whose bell rang. */
  due(deadlineId: string): Promise<void>;
  /** Who asks a language model about doubtful messages; null where none is configured. */
  opinions: Opinions | null;
  /** What devices of the estate report. */
  machines: MachineReceiver;
  /** Makes sure that what is to be looked at again and again will be. Called at the start and at every sweep; quick. */
  settle(): Promise<void>;
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
  /** Asked about doubtful messages before the staff are; by default, and where it is null, nobody is. */
  model?: LanguageModel | null;
  /** What the desk allows itself on an account, to be shown to managers; nothing by default. */
  quotaOf?: QuotaOf;
  /** The address under which devices reach the desk; by default where the rooms are. */
  httpBase?: string;
  /** What the database's clock says, to be compared with this machine's; by default it is asked. */
  databaseNow?: () => Promise<Date>;
  /** In [0, 1), for ticket codes. */
  random?: () => number;
}): Desk {
  const { db, clock, log, defaults, understand = understandGroupTalk, random, quotaOf, model = null } = parts;
  const { httpBase, databaseNow } = parts;
  const own = { db, clock, log, ...(random ? { random } : {}), ...(databaseNow ? { databaseNow } : {}) };
  const opinions = model && createOpinions({ ...own, bells: parts.bells }, model);
  const bells = opinions ? { ...parts.bells, opinion: (id: string) => opinions.ask(id) } : parts.bells;
  const tools = { ...own, bells };
  const drain = createDrain({
    ...tools,
    handler: createEventHandler({
      understand,
      log,
      defaults,
      ...(opinions ? { opinions } : {}),
      ...(quotaOf ? { quotaOf } : {}),
      ...(httpBase === undefined ? {} : { httpBase }),
    }),
  });
  return {
    inboxFor: ({ name, account }) => createInbox({ db, channel: { name, account }, drain, log }),
    watchFor: ({ name, account }) => createAccountWatch(tools, { channel: name, account }),
    drain,
    due: createDueHandler(tools),
    opinions,
    machines: createMachineReceiver(tools),
    settle: () => ensureHealthChecks(db, clock.now()),
  };
}
