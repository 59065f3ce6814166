import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './core/testing/closing-line-reporter.ts';

const patience = { testTimeout: 20_000, hookTimeout: 20_000 };

export default defineConfig({
  test: {
    globalSetup: ['./prisma/testing/database-server.ts'],
    projects: [
      // Nothing in core outlives its test: the files share processes, and what they import.
      { test: { ...patience, name: 'core', pool: 'forks', isolate: false, include: ['core/**/*.test.ts'] } },
      // The others have a process for each file: signals, real servers and WebAssembly want one of their own.
      {
        test: {
          ...patience,
          name: 'around',
          pool: 'forks',
          include: ['{bots,prisma,workers}/**/*.test.ts', '*.test.ts'],
        },
      },
    ],
    // Much of the time goes into waiting for servers and for programs that are started: three at once even on a small machine.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    reporters: ['default', new ClosingLineReporter()],
  },
});
