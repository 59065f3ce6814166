/**
 * What befalls an account that somebody has to log in and that may be logged out again. Times are the moments at which it was
 * noticed.
 *
 * Covered: logging in and out, a platform or gateway that is away, stretches of time in which nothing was heard. Left out:
 * what belongs to one conversation; that is a `ChannelEvent`.
 */
export type AccountReport =
  /** Its process starts to look for the platform, or does so again after a fault. */
  | { type: 'connecting'; at: Date; reason: string | null }
  /** Somebody must log in. `qr` is what the code to be scanned says: a key for some minutes, never to be logged. */
  | { type: 'login_needed'; at: Date; qr: string | null }
  | { type: 'logged_in'; at: Date; name: string }
  /** The platform ended the session, or cannot be reached any more. Until it is logged in again, nothing is heard or said. */
  | { type: 'logged_out'; at: Date; reason: string }
  /**
   * It hears again after a time in which it did not. `fetched` messages of that time were handed to the inbox afterwards;
   * `complete` says that the platform hands out all of them, so that nothing is missing.
   */
  | { type: 'gap'; from: Date; until: Date; fetched: number; complete: boolean };

/** Where a bot tells how its account stands. Resolves once that is on record. */
export interface AccountWatch {
  tell(report: AccountReport): Promise<void>;
  /** Called every ten seconds or so by a process whose account hears. */
  alive(at: Date): Promise<void>;
}
