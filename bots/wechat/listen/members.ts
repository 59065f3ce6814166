import type { Clock } from '../../../core/clock.ts';
import type { Ask } from './ask.ts';
import { storable } from './key.ts';

/** How somebody is called: by themselves, and in the group if there they are called otherwise. */
export interface MemberName {
  name: string;
  roomName: string;
}

interface Looked {
  at: Date;
  names: string[];
}

/** People come and go, and not every puppet tells of it. */
const LIST_AGAIN_MS = 60 * 60_000;
/** People rename themselves, often because the desk asked for the flat; nobody tells of it. */
const ASK_AGAIN_MS = 10 * 60_000;
/** Where the platform did not tell all of them. */
const SOON_AGAIN_MS = 60_000;
/** How many members are asked for at a time: a gateway has other things to do. */
const AT_A_TIME = 8;

/**
 * The names in groups. wechaty-puppet 1.21 never finds a member in its own cache, so that every question is a call to the
 * gateway: all members are asked for when a group is seen first after a login, later only those who are new or speak.
 */
export class MemberNames {
  readonly #ask: Ask;
  readonly #clock: Clock;
  readonly #members = new Map<string, Map<string, MemberName & { at: Date }>>();
  readonly #looked = new Map<string, Promise<Looked>>();

  constructor(ask: Ask, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  forget(): void {
    this.#members.clear();
    this.#looked.clear();
  }

  changed(roomId: string): void {
    this.#looked.delete(roomId);
  }

  /** The names of all members, one for each; empty when the platform does not say. */
  async namesIn(roomId: string): Promise<readonly string[]> {
    const known = this.#looked.get(roomId);
    const looked = known ? await known : null;
    if (looked && this.#isWithin(LIST_AGAIN_MS, looked.at)) return looked.names;
    // Whoever asks meanwhile waits for the same answer.
    const looking =
      this.#looked.get(roomId) === known ? this.#look(roomId) : (this.#looked.get(roomId) ?? this.#look(roomId));
    this.#looked.set(roomId, looking);
    return (await looking).names;
  }

  async nameOf(roomId: string, memberId: string): Promise<MemberName> {
    const known = this.#membersOf(roomId).get(memberId);
    if (known && this.#isWithin(ASK_AGAIN_MS, known.at)) return known;
    const payload = await this.#ask.once((puppet) => puppet.roomMemberPayload(roomId, memberId));
    if (!payload) return known ?? { name: '', roomName: '' };
    const member = { name: storable(payload.name ?? ''), roomName: storable(payload.roomAlias ?? '') };
    this.#membersOf(roomId).set(memberId, { ...member, at: this.#clock.now() });
    return member;
  }

  async #look(roomId: string): Promise<Looked> {
    const list = await this.#ask.once((puppet) => puppet.roomMemberList(roomId));
    // Without an answer it is asked again the next time.
    if (!list) return { at: new Date(0), names: [] };
    const ids = [...list];
    let isWhole = true;
    const names: string[] = [];
    const members = this.#membersOf(roomId);
    await Promise.all(
      Array.from({ length: Math.min(AT_A_TIME, ids.length) }, async () => {
        for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
          const { name, roomName } = members.get(id) ?? (await this.nameOf(roomId, id));
          if (roomName || name) names.push(roomName || name);
          else isWhole = false;
        }
      }),
    );
    const now = this.#clock.now().getTime();
    return { at: new Date(isWhole ? now : now - LIST_AGAIN_MS + SOON_AGAIN_MS), names };
  }

  #membersOf(roomId: string): Map<string, MemberName & { at: Date }> {
    let members = this.#members.get(roomId);
    if (!members) this.#members.set(roomId, (members = new Map()));
    return members;
  }

  #isWithin(ms: number, at: Date): boolean {
    return this.#clock.now().getTime() - at.getTime() < ms;
  }
}
