import type { TestUser } from './people.ts';
import type { WireMessage } from './wire.ts';
import type { ChatState, Place, World } from './world.ts';

/** A group chat. Its `id` changes when it is upgraded. */
export class TestGroup implements Place {
  readonly #world: World;
  #id: number;

  constructor(world: World, title: string, type: 'group' | 'supergroup', botIsIn: boolean) {
    this.#world = world;
    this.#id = type === 'group' ? -world.serial() : supergroupId(world);
    world.open({ id: this.#id, type, title }, botIsIn ? 'administrator' : 'left');
  }

  get id(): number {
    return this.#id;
  }

  get state(): ChatState {
    return this.#world.stateOf(this);
  }

  /** As an administrator, so that it hears of reactions, too. */
  addBot(by: TestUser): void {
    this.#world.moveBot(this.state, 'administrator', by.wire);
    this.#report(by, { new_chat_members: [this.#world.me] });
  }

  removeBot(by: TestUser): void {
    this.#world.post(this.state, { from: by.wire, left_chat_member: this.#world.me });
    this.#world.moveBot(this.state, 'kicked', by.wire);
  }

  /** The bot stays, but may not write any more, or may again. */
  letBotWrite(may: boolean): void {
    this.state.botMayWrite = may;
  }

  join(...users: TestUser[]): void {
    for (const user of users) this.state.members.set(user.id, user.wire);
  }

  /** Like {@link join}, and the bot is told. */
  welcome(user: TestUser): void {
    this.join(user);
    this.#report(user, { new_chat_members: [user.wire] });
  }

  bidFarewell(user: TestUser): void {
    this.state.members.delete(user.id);
    this.#report(user, { left_chat_member: user.wire });
  }

  rename(by: TestUser, title: string): void {
    this.state.chat.title = title;
    this.#report(by, { new_chat_title: title });
  }

  /** Becomes a supergroup with an id of its own, in which messages are counted from 1; returns the new id. */
  upgrade(): number {
    const before = this.state;
    const chat = { ...before.chat, id: supergroupId(this.#world), type: 'supergroup' as const };
    this.#report(null, { migrate_to_chat_id: chat.id });
    before.migratedTo = chat.id;
    const after = this.#world.open(chat, before.bot);
    for (const [id, member] of before.members) after.members.set(id, member);
    const oldId = this.#id;
    this.#id = chat.id;
    this.#report(null, { migrate_from_chat_id: oldId });
    return chat.id;
  }

  /** Gone for everybody, without anybody being told. */
  vanish(message: WireMessage): void {
    this.state.messages.delete(message.message_id);
  }

  #report(by: TestUser | null, content: Partial<WireMessage>): void {
    const from = by ? { from: by.wire } : {};
    this.#world.updates.add('message', this.#world.post(this.state, { ...from, ...content }));
  }
}

const supergroupId = (world: World): number => -(1_000_000_000_000 + world.serial());
