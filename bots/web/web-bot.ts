import type { Logger } from 'pino';
import type { Bot, Channel } from '../../core/channel/channel.ts';
import type { Database } from '../../core/database.ts';
import { UpdatePump } from './update-pump.ts';
import { WakeLine } from './wake-line.ts';

export interface WebBotParts {
  db: Database;
  connectionString: string;
  channel: Channel;
  log: Logger;
}

/** The listening half of the rooms: takes the updates that the rooms keep for the desk. May be started again after a stop. */
export function createWebBot({ db, connectionString, channel, log }: WebBotParts): Bot {
  let running: { pump: UpdatePump; line: WakeLine } | null = null;
  return {
    channel,
    async start(inbox) {
      if (running) return;
      const pump = new UpdatePump({ db, inbox, log });
      const line = new WakeLine({
        connectionString,
        log,
        onWake: (wake) => {
          if (wake.type === 'update') pump.ring();
        },
        onListening: () => pump.ring(),
      });
      running = { pump, line };
      await line.open();
      pump.ring();
    },
    async stop() {
      const stopping = running;
      running = null;
      if (!stopping) return;
      await Promise.all([stopping.line.close(), stopping.pump.stop()]);
    },
  };
}
