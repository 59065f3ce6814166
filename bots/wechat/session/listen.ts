import type { Puppet } from 'wechaty-puppet';
import type { Happening } from '../happening.ts';

export interface Listeners {
  /** A code is to be scanned; null when the puppet does not say which. */
  scan(qr: string | null): void;
  logout(reason: string): void;
  message(messageId: string): void;
  happened(happening: Exclude<Happening, { type: 'message' }>): void;
  /** Anything at all came from the platform. */
  life(): void;
}

/** wechaty's ScanStatus Waiting and Timeout, as numbers: its enums would load wechaty with this file. */
const SHOWS_A_CODE: readonly number[] = [2, 5];

/** Tells the listeners what the puppet tells, at once and in its order, until `signal` is aborted. */
export function listen(puppet: Puppet, signal: AbortSignal, to: Listeners): void {
  const on = (work: () => void): void => {
    if (signal.aborted) return;
    to.life();
    work();
  };
  puppet.on('dong', () => on(() => {}));
  puppet.on('heartbeat', () => on(() => {}));
  puppet.on('scan', ({ status, qrcode }) =>
    on(() => {
      // Scanned, confirmed, cancelled: nothing to do for anybody; a new code or a login follows.
      if (SHOWS_A_CODE.includes(status)) to.scan(qrcode || null);
    }),
  );
  puppet.on('message', ({ messageId }) => on(() => to.message(messageId)));
  puppet.on('room-join', (payload) => on(() => to.happened({ type: 'room_join', payload })));
  puppet.on('room-leave', (payload) => on(() => to.happened({ type: 'room_leave', payload })));
  puppet.on('room-topic', (payload) => on(() => to.happened({ type: 'room_topic', payload })));
  puppet.on('logout', ({ data }) => {
    if (!signal.aborted) to.logout(data ?? 'no reason given');
  });
}
