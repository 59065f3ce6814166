/** Shorter than this, nobody can have noticed: a gateway that is started anew takes as long. */
const SHORT_MS = 5_000;

/**
 * Whether a stretch without hearing is told. A short one is not, unless the platform had ended the session (then it may have
 * kept things from us for longer than we know) or something was said in it that was fetched.
 */
export function isTold(gap: { from: Date; until: Date; fetched: number; loggedOut: boolean }): boolean {
  return gap.loggedOut || gap.fetched > 0 || gap.until.getTime() - gap.from.getTime() >= SHORT_MS;
}
