// @ts-check
import { words } from './words.js';

/** @typedef {import('../wire.ts').RoomView} RoomView */
/** @typedef {import('../wire.ts').PersonaView} PersonaView */

/** Who speaks in a group at first: one each of those the group is for. */
const firstSpeakers = { residents: '李阿姨', staff: '王姐', managers: '周经理' };

/** What the page knows of rooms and people, and remembers in this browser. */
export class State {
  /** @type {Map<string, RoomView>} */
  rooms = new Map();
  /** @type {Map<string, PersonaView>} */
  personas = new Map();

  /** @param {{ rooms: RoomView[], personas: PersonaView[] }} view */
  take({ rooms, personas }) {
    this.rooms = new Map(rooms.map((room) => [room.id, room]));
    this.personas = new Map(personas.map((persona) => [persona.id, persona]));
  }

  /** @param {RoomView} room @returns {PersonaView[]} */
  membersOf(room) {
    const all = [...this.personas.values()];
    if (room.kind === 'direct') return all.filter((persona) => persona.id === room.personaId);
    return all.filter((persona) => persona.rooms.includes(room.id));
  }

  /** Who speaks in this room now. @param {RoomView} room @returns {PersonaView | null} */
  speakerIn(room) {
    const members = this.membersOf(room);
    const remembered = recall(`speaker:${room.id}`);
    const first = Object.entries(firstSpeakers).find(([id]) => id === room.id)?.[1];
    return (
      members.find((persona) => persona.id === remembered) ??
      members.find((persona) => persona.name === first) ??
      members[0] ??
      null
    );
  }

  /** @param {string | null} personaId null for the bot */
  nameOf(personaId) {
    return personaId === null ? words.botName : (this.personas.get(personaId)?.name ?? '?');
  }
}

/** Remembers a word in this browser; does without where storing is forbidden. @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(`linli:${key}`, value);
  } catch {
    // A private window without storage forgets, nothing else.
  }
}

/** @param {string} key @returns {string | null} */
export function recall(key) {
  try {
    return localStorage.getItem(`linli:${key}`);
  } catch {
    return null;
  }
}
