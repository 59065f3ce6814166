import type { Puppet } from 'wechaty-puppet';
import type { AccountReport } from '../../core/channel/account.ts';
import type { Happening } from './happening.ts';

/** Our account while it is logged in and its platform answers. */
export interface Online {
  puppet: Puppet;
  /** Ourselves, by the session's id. */
  self: { id: string; name: string };
}

/** Where a session puts what it hears, and tells how the account stands. Neither call may throw. */
export interface SessionHooks {
  /** In the order in which the puppet told it. */
  happened(happening: Happening): void;
  report(report: AccountReport): void;
}

/**
 * One account of ours, logged in in this process only. It comes back by itself after every fault, with growing pauses, until
 * it is stopped.
 */
export interface Session {
  /** Resolves when it has begun to try; that it is logged in is reported. */
  start(hooks: SessionHooks): Promise<void>;
  /** Null while the account is logged out or its platform does not answer. */
  online(): Online | null;
  /** Nothing comes back by itself: the platform ended the login, or asks for one. */
  needsLogin(): boolean;
  /** Resolves within two seconds. */
  stop(): Promise<void>;
}
