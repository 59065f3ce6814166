import type { KnownMatter } from '../understanding.ts';

const NINE = new Date('2026-03-02T09:00:00Z');

/** A lift of building 3 that `li` told of at nine, in message 1, and that nobody has mended; with what differs from that. */
export const knownMatter = (more: Partial<KnownMatter> = {}): KnownMatter => ({
  id: 'm',
  kind: 'repair',
  area: 'facilities',
  urgency: 'normal',
  place: { building: '3', unit: null, room: null, spot: null },
  summary: '电梯停了',
  messages: ['1'],
  reporterIds: ['li'],
  openedAt: NINE,
  lastMessageAt: NINE,
  settledAt: null,
  ...more,
});
