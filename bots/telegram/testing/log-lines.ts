import { pino } from 'pino';
import type { Logger } from 'pino';

export interface LogLine {
  level: number;
  msg: string;
  [field: string]: unknown;
}

/** A logger whose lines can be read and awaited. */
export function readableLog(): { log: Logger; lines: LogLine[]; untilLine: (says: RegExp) => Promise<LogLine> } {
  const lines: LogLine[] = [];
  const watchers = new Set<() => void>();
  const write = (text: string): void => {
    lines.push(JSON.parse(text) as LogLine);
    for (const watcher of watchers) watcher();
  };
  const untilLine = (says: RegExp): Promise<LogLine> =>
    new Promise((resolve) => {
      const watcher = (): void => {
        const line = lines.find(({ msg }) => says.test(msg));
        if (!line) return;
        watchers.delete(watcher);
        resolve(line);
      };
      watchers.add(watcher);
      watcher();
    });
  return { log: pino({ level: 'debug' }, { write }), lines, untilLine };
}
