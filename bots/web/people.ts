/** A role that somebody in the rooms can have. */
export const roomRoles = [
  'resident',
  'customer_service',
  'maintenance',
  'security',
  'cleaning',
  'greening',
  'manager',
  'supervisor',
] as const;
export type RoomRole = (typeof roomRoles)[number];

/** A flat as the rooms ask for it: labels without suffix; `unit` is empty where the building has none. */
export interface RoomFlat {
  building: string;
  unit: string;
  room: string;
}

export interface RoomPerson {
  /** The persona's id, which is also the sender id of its messages. */
  externalId: string;
  name: string;
  role: RoomRole;
  /** Null for those who do not live on the estate. */
  flat: RoomFlat | null;
}

/**
 * What the rooms need to know of the people of the estate. The rooms are a platform and know nothing of the desk's
 * tables; who runs both gives them this.
 */
export interface RoomPeople {
  /** Makes the person known to the desk with role and flat. Enrolling the same person again changes nothing. */
  enrol(person: RoomPerson): Promise<void>;
  /** Labels of the estate's buildings, in their order. */
  buildings(): Promise<string[]>;
}
