import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './core/testing/closing-line-reporter.ts';

export default defineConfig({
  test: {
    include: ['{bots,core,prisma,workers}/**/*.test.ts', '*.test.ts'],
    globalSetup: ['./prisma/testing/database-server.ts'],
    // Files are isolated from each other by process: signals, real servers and WebAssembly want one of their own.
    pool: 'forks',
    // Much of the time goes into waiting for servers: two at once even on a small machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 20_000,
    reporters: ['default', new ClosingLineReporter()],
  },
});
