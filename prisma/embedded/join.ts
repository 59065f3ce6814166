import { resolve } from 'node:path';
import { AlreadyRunning } from './failure.ts';
import { findHome } from './home.ts';
import { runningPostmaster } from './postmaster.ts';
import { addressOf, setUpCluster } from './set-up.ts';
import { DATABASE, startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './start.ts';

const ATTEMPTS = 3;

export interface JoinedPostgres extends EmbeddedPostgres {
  /** It is somebody else's: `stop` and `abandon` leave it alone, and it may end while it is in use. */
  isGuest: boolean;
}

/**
 * The embedded server of this folder, for a short visit: where another process uses it, its server is used beside it and left
 * running; where none does, it is started and ended as usual.
 * @throws AlreadyRunning when the other process ends and comes back just while it is asked
 * @throws EmbeddedPostgresError with one sentence for the operator
 */
export async function joinEmbeddedPostgres(options: EmbeddedOptions, attempt = 1): Promise<JoinedPostgres> {
  try {
    return { ...(await startEmbeddedPostgres({ ...options, claimPatienceMs: 0 })), isGuest: false };
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    const home = await findHome(resolve(options.dataDir), options.log ?? (() => {}));
    const running = await runningPostmaster(home);
    if (running) {
      const { password } = await setUpCluster(home, true);
      const url = addressOf(running, password, DATABASE);
      return { url, stop: () => Promise.resolve(), abandon: () => {}, isGuest: true };
    }
    if (attempt >= ATTEMPTS) throw error;
    return joinEmbeddedPostgres(options, attempt + 1);
  }
}
