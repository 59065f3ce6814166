import { ApiFailure } from './wire.ts';
import type { WireNews, WireUpdate } from './wire.ts';
import { WebhookCaller } from './webhook-caller.ts';
import type { WebhookTarget } from './webhook-caller.ts';

interface Waiting {
  answer: (updates: WireUpdate[]) => void;
  fail: (failure: ApiFailure) => void;
  limit: number;
}

/** https://core.telegram.org/bots/api#getupdates: what is only told to bots that ask for it. */
const onRequest = new Set(['message_reaction', 'message_reaction_count', 'chat_member']);

/** The updates that the bot has not acknowledged, and both ways to bring them to it. */
export class UpdateQueue {
  /** Called when somebody begins to wait. */
  onAsked: () => void = () => {};
  #pending: WireUpdate[] = [];
  #again: WireUpdate[] = [];
  #waiting: Waiting | null = null;
  #nextId = 70_001;
  #allowed: ReadonlySet<string> | null = null;
  #last: WireUpdate | null = null;
  readonly #webhook = new WebhookCaller({
    head: (busy) => this.#pending.find((update) => !busy.has(laneOf(update))) ?? null,
    laneOf,
    received: (update) => this.#remove(update),
  });

  /** Where updates are brought, while a webhook is set. */
  get webhook(): WebhookTarget | null {
    return this.#webhook.target;
  }

  set reach(find: (url: string) => string) {
    this.#webhook.reach = find;
  }

  /** Somebody waits for updates. */
  get isAsked(): boolean {
    return this.#waiting !== null;
  }

  get pendingCount(): number {
    return this.#pending.length;
  }

  get last(): WireUpdate | null {
    return this.#last;
  }

  add(kind: string, news: unknown): WireUpdate {
    const content: WireNews = { [kind]: news };
    const update = { update_id: this.#nextId++, ...content };
    if (this.#allowed ? !this.#allowed.has(kind) : onRequest.has(kind)) return update;
    this.#last = update;
    this.#pending.push(update);
    this.#deliverSoon();
    return update;
  }

  /** Brings an update once more, as if it had not been heard that it was received. */
  again(update: WireUpdate): void {
    const target = this.#webhook.target;
    if (target) {
      this.#pending.unshift(update);
    } else {
      this.#again.push(update);
    }
    this.#deliverSoon();
  }

  allow(kinds: unknown): void {
    if (Array.isArray(kinds)) this.#allowed = new Set(kinds.map(String));
  }

  setWebhook(target: WebhookTarget | null): void {
    this.#webhook.target = target;
    this.#webhook.pump();
  }

  /** Telegram lets one ask at a time: whoever asked before is turned away. */
  ask(offset: number, limit: number, waitMs: number, gone: AbortSignal): Promise<WireUpdate[]> {
    if (this.#webhook.target)
      throw new ApiFailure(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    this.#waiting?.fail(
      new ApiFailure(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    );
    this.#pending = this.#pending.filter((update) => update.update_id >= offset);
    const waiting: Waiting = { limit, answer: () => {}, fail: () => {} };
    const updates = new Promise<WireUpdate[]>((resolve, reject) => {
      waiting.answer = resolve;
      waiting.fail = reject;
    });
    const leave = (): void => waiting.answer([]);
    const timer = setTimeout(leave, waitMs);
    gone.addEventListener('abort', leave, { once: true });
    this.#waiting = waiting;
    this.#answerWaiting();
    this.onAsked();
    return updates.finally(() => {
      clearTimeout(timer);
      gone.removeEventListener('abort', leave);
      if (this.#waiting === waiting) this.#waiting = null;
    });
  }

  close(): void {
    this.#waiting?.answer([]);
    this.#webhook.close();
  }

  /** After everything that is done in one breath, so that it comes in one batch. */
  #deliverSoon(): void {
    queueMicrotask(() => {
      this.#answerWaiting();
      this.#webhook.pump();
    });
  }

  #answerWaiting(): void {
    const waiting = this.#waiting;
    const batch = [...this.#again, ...this.#pending].slice(0, waiting?.limit ?? 0);
    if (!waiting || batch.length === 0) return;
    this.#again = this.#again.filter((update) => !batch.includes(update));
    this.#waiting = null;
    waiting.answer(batch);
  }

  #remove(update: WireUpdate): void {
    const index = this.#pending.indexOf(update);
    if (index !== -1) this.#pending.splice(index, 1);
  }
}

/** Telegram brings the updates of one chat one after the other, and those of different chats beside each other. */
function laneOf(update: WireUpdate): string {
  for (const news of Object.values(update)) {
    if (typeof news !== 'object' || news === null) continue;
    const around = 'message' in news && typeof news.message === 'object' && news.message !== null ? news.message : news;
    if ('chat' in around && typeof around.chat === 'object' && around.chat !== null && 'id' in around.chat)
      return String(around.chat.id);
  }
  return '';
}
