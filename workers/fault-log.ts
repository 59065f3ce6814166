import type { Logger } from 'pino';

/** A server that is away makes every connection fail many times a second; operators need to hear of it now and then. */
const AGAIN_AFTER_MS = 30_000;

/** Logs a fault of a kind once, and again only when that is half a minute ago. */
export function createFaultLog(log: Logger): (message: string, fault: Error, ids?: object) => void {
  const lastAt = new Map<string, number>();
  return (message, fault, ids = {}) => {
    const code = 'code' in fault ? String(fault.code) : fault.name;
    const kind = `${message} ${code}`;
    const now = performance.now();
    if (now - (lastAt.get(kind) ?? -Infinity) < AGAIN_AFTER_MS) return;
    lastAt.set(kind, now);
    log.warn({ ...ids, err: fault }, message);
  };
}
