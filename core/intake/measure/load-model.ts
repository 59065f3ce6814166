// Run in a process of its own by cost.ts: loads the model, then the understanding around it, and prints what that took as one JSON object.
const collect = globalThis.gc ?? (() => {});

collect();
const before = process.memoryUsage.rss();
const startedAt = performance.now();
await import('../model/model.ts');
const loadMs = performance.now() - startedAt;
collect();
const memoryMb = (process.memoryUsage.rss() - before) / 2 ** 20;
const nextAt = performance.now();
await import('../understand.ts');
const restMs = performance.now() - nextAt;
process.stdout.write(`${JSON.stringify({ memoryMb, loadMs, restMs })}\n`);
