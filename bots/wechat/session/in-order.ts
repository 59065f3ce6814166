/** Does one thing after the other. */
export interface InOrder {
  /** @param at now */
  add(work: () => Promise<void>, at: Date): void;
  /** When the oldest of what is not done was added; null when everything is done. */
  openSince(): Date | null;
}

/** Works are done in the order in which they were added, each when the one before has ended; none once `signal` is aborted. */
export function inOrder(signal: AbortSignal, failed: (error: unknown) => void): InOrder {
  let last = Promise.resolve();
  const open: Date[] = [];
  const carryOut = async (work: () => Promise<void>): Promise<void> => {
    try {
      if (!signal.aborted) await work();
    } catch (error) {
      failed(error);
    } finally {
      open.shift();
    }
  };
  return {
    add: (work, at) => {
      open.push(at);
      last = last.then(() => carryOut(work));
    },
    openSince: () => open[0] ?? null,
  };
}
