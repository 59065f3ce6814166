/**
 * Resolves at the first Ctrl-C or SIGTERM. At the second the process ends at once, after `atOnce`, with exit code 130.
 */
export function untilAskedToEnd(atOnce: () => void): Promise<void> {
  let asked = false;
  return new Promise((resolve) => {
    const end = (): void => {
      if (!asked) {
        asked = true;
        resolve();
        return;
      }
      atOnce();
      process.exit(130);
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  });
}
