import type { payloads } from 'wechaty-puppet';

/** What a session hears, in the platform's ids and in the order in which it came. */
export type Happening =
  | { type: 'message'; payload: payloads.Message }
  | { type: 'room_join'; payload: payloads.EventRoomJoin }
  | { type: 'room_leave'; payload: payloads.EventRoomLeave }
  | { type: 'room_topic'; payload: payloads.EventRoomTopic };
