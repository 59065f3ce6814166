/** Does one thing after the other. */
export interface InOrder {
  add(work: () => Promise<void>): void;
  /** Everything that was added is done. */
  idle(): boolean;
}

/** Works are done in the order in which they were added, each when the one before has ended; none once `signal` is aborted. */
export function inOrder(signal: AbortSignal, failed: (error: unknown) => void): InOrder {
  let last = Promise.resolve();
  let open = 0;
  const carryOut = async (work: () => Promise<void>): Promise<void> => {
    try {
      if (!signal.aborted) await work();
    } catch (error) {
      failed(error);
    } finally {
      open -= 1;
    }
  };
  return {
    add: (work) => {
      open += 1;
      last = last.then(() => carryOut(work));
    },
    idle: () => open === 0,
  };
}
