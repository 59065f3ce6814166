import type { Reporter, TestModule } from 'vitest/node';

/** Prints, after everything else, one line that a person or a script can read at a glance: `12 passed, 0 failed`. */
export class ClosingLineReporter implements Reporter {
  #line = '';

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1;
      // A file that could not be read has no tests, and one whose setting up failed skips them: no success either.
      if (module.errors().length > 0) count.failed += 1;
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) count.failed += 1;
    }
    const skipped = count.skipped + count.pending;
    this.#line = `${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // The other reporters, and the closing of the test server, may still have something to say.
    process.once('exit', () => process.stdout.write(`${this.#line}\n`));
  }
}
