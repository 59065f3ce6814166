import { pino } from 'pino';
import type { Logger } from 'pino';

/** The program's log, on standard error. On a terminal only trouble is shown, unless LOG_LEVEL asks for more. */
export function openLog(level: string): Logger {
  const quiet = process.stderr.isTTY && !process.env['LOG_LEVEL'];
  return pino({ level: quiet ? 'warn' : level }, pino.destination({ dest: 2, sync: true }));
}
