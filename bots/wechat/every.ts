/** Something done again and again, never twice at once. */
export interface Regular {
  start(): void;
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

export function every(ms: number, work: () => Promise<void>, failed: (error: unknown) => void): Regular {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | null = null;
  return {
    start() {
      timer ??= setInterval(() => {
        underWay ??= work()
          .catch(failed)
          .finally(() => {
            underWay = null;
          });
      }, ms);
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
