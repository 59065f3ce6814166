import type { Logger } from 'pino';
import type { Database } from '../../core/database.ts';
import { faultOf } from './fault.ts';
import { personaView, readMessage, roomView } from './views.ts';
import type { Wake } from './wake.ts';
import { WakeLine } from './wake-line.ts';
import type { LiveView } from './wire.ts';

export type Listener = (view: LiveView) => void;

/** Tells every open page what is new, whichever process made it so. */
export class LiveHub {
  readonly #db: Database;
  readonly #log: Logger;
  readonly #listeners = new Set<Listener>();
  readonly #line: WakeLine;

  constructor({ db, connectionString, log }: { db: Database; connectionString: string; log: Logger }) {
    this.#db = db;
    this.#log = log;
    this.#line = new WakeLine({
      connectionString,
      log,
      onWake: (wake) => void this.#hear(wake),
      onListening: () => this.#tell({ type: 'resync' }),
    });
  }

  open(): Promise<void> {
    return this.#line.open();
  }

  close(): Promise<void> {
    return this.#line.close();
  }

  /** Returns what ends it. */
  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(view: LiveView): void {
    for (const listener of this.#listeners) listener(view);
  }

  async #hear(wake: Wake): Promise<void> {
    if (this.#listeners.size === 0) return;
    try {
      const view = await this.#look(wake);
      if (view) this.#tell(view);
    } catch (error) {
      this.#log.warn({ fault: faultOf(error) }, 'rooms: could not read what is new, the pages read again');
      this.#tell({ type: 'resync' });
    }
  }

  async #look(wake: Wake): Promise<LiveView | null> {
    switch (wake.type) {
      case 'message': {
        const message = await readMessage(this.#db, BigInt(wake.id));
        return message && { type: 'message', message };
      }
      case 'room': {
        const room = await this.#db.webRoom.findUnique({ where: { id: wake.id } });
        return room && { type: 'room', room: roomView(room) };
      }
      case 'persona': {
        const persona = await this.#db.webPersona.findUnique({ where: { id: wake.id } });
        return persona && { type: 'persona', persona: personaView(persona) };
      }
      case 'update':
        return null;
      default:
        return null;
    }
  }
}
