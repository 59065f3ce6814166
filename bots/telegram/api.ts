import { Telegram } from 'telegraf';

type Methods = Parameters<Telegram['callApi']>[0];
type ShimSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>;

export interface CallOptions {
  /** Instead of the client's own timeout. */
  timeoutMs?: number;
  /** Gives the call up. */
  signal?: AbortSignal;
}

/** telegraf's client with an end to every wait: telegraf itself lets a call hang for more than eight minutes. */
export interface TelegramApi {
  /** @throws TelegramError when Telegram says no; node-fetch's FetchError or AbortError when no answer came. */
  call: <M extends Methods>(
    method: M,
    payload: Parameters<typeof Telegram.prototype.callApi<M>>[1],
    options?: CallOptions,
  ) => ReturnType<typeof Telegram.prototype.callApi<M>>;
  /** The address of a file, from the path that `getFile` tells. */
  fileUrl: (filePath: string) => URL;
}

export interface ApiOptions {
  token: string;
  /** Another Bot API server than Telegram's own. */
  apiRoot?: string | undefined;
  /** 30 seconds. */
  fetchTimeoutMs?: number | undefined;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const TELEGRAM_API_ROOT = 'https://api.telegram.org';

export function createApi({
  token,
  apiRoot = TELEGRAM_API_ROOT,
  fetchTimeoutMs = DEFAULT_TIMEOUT_MS,
}: ApiOptions): TelegramApi {
  const telegram = new Telegram(token, { apiRoot });
  return {
    async call(method, payload, { timeoutMs = fetchTimeoutMs, signal } = {}) {
      const controller = new AbortController();
      const giveUp = (): void => controller.abort();
      const timer = setTimeout(giveUp, timeoutMs);
      signal?.addEventListener('abort', giveUp, { once: true });
      if (signal?.aborted) giveUp();
      try {
        // The declared type is that of an older shim; node-fetch takes Node's own signal as well.
        return await telegram.callApi(method, withFlatReply(payload), { signal: controller.signal as ShimSignal });
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
      }
    },
    fileUrl: (filePath) => new URL(`./file/bot${token}/${filePath}`, apiRoot),
  };
}

/**
 * telegraf 4.16 leaves `reply_parameters` out when a file is uploaded, because it sends objects of its own list only.
 * As text they pass, and the Bot API takes objects as JSON text everywhere.
 */
function withFlatReply<Payload extends object>(payload: Payload): Payload {
  if (!('reply_parameters' in payload)) return payload;
  return Object.assign({ ...payload }, { reply_parameters: JSON.stringify(payload.reply_parameters) });
}
