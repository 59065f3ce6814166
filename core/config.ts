import { z } from 'zod';
import { readWindows } from './channel/windows.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** `127.0.0.1:8787`, `[::1]:8787`; a port alone is on loopback. */
function readAddress(text: string): { host: string; port: number } | null {
  const match = /^(?:(?:\[([0-9a-fA-F:]+)\]|([^\s:[\]]+)):)?(\d{1,5})$/.exec(text);
  if (!match) return null;
  const port = Number(match[3]);
  return port > 65_535 ? null : { host: match[1] ?? match[2] ?? '127.0.0.1', port };
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Without a user, a question or a fragment, which would hide a key where addresses are shown. */
function isBare(text: string): boolean {
  const { username, password, search, hash } = new URL(text);
  return username + password + search + hash === '';
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    const read = z.record(z.string(), z.unknown()).safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const url = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => isUrl(text, protocols), `must look like ${example}`);

/** Sliding windows, as an operator writes them. */
const windows = (byDefault: string) =>
  z
    .string()
    .default(byDefault)
    .transform((text, context) => {
      const read = readWindows(text);
      if (read) return read;
      context.addIssue({ code: 'custom', message: `must look like ${byDefault}` });
      return z.NEVER;
    });

const schema = z
  .object({
    DATABASE_URL: url(['postgresql:', 'postgres:'], 'postgresql://user:password@host:5432/database').optional(),
    REDIS_URL: url(['redis:', 'rediss:'], 'redis://host:6379').optional(),
    LINLI_DATA: z.string().default('./data'),
    LINLI_HTTP: z
      .string()
      .default('127.0.0.1:8787')
      .transform((text, context) => {
        const address = readAddress(text);
        if (address) return address;
        context.addIssue({ code: 'custom', message: 'must be host:port, for instance 127.0.0.1:8787' });
        return z.NEVER;
      }),
    LINLI_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
    LINLI_PUBLIC_URL: url(['https:'], 'https://desk.example.org')
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]{20,}$/, 'must be the token that @BotFather gave: digits, a colon, letters')
      .optional(),
    TELEGRAM_API_ROOT: url(['https:', 'http:'], 'https://api.telegram.org')
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
    WECHATY_PUPPET: z
      .string()
      .regex(/^(?:@[\w.-]+\/)?[\w.-]+$/, 'must be the name of a puppet, for instance wechaty-puppet-service')
      .optional(),
    WECHATY_PUPPET_SERVICE_TOKEN: z.string().optional(),
    WECHATY_PUPPET_SERVICE_ENDPOINT: z
      .string()
      .regex(/^[^\s:/]+:\d{1,5}$/, 'must be host:port of the gateway, for instance 127.0.0.1:8788')
      .optional(),
    /** As wechaty reads it: the gateway is spoken to without TLS. */
    WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: z.stringbool('must be true or false').default(false),
    LINLI_WECHAT_ACCOUNT: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9-]{0,31}$/,
        'must be a short name of small letters, digits and -, for instance front-desk',
      )
      .default('wechat'),
    // Far below what people report as the edge, because nobody publishes it: see docs/wechat.md.
    LINLI_WECHAT_GROUP_QUOTA: windows('5/min 40/hour 150/day'),
    LINLI_WECHAT_ACCOUNT_QUOTA: windows('10/min 120/hour 600/day'),
    LINLI_TRANSCRIBE_URL: url(['https:', 'http:'], 'http://localhost:8000/v1')
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
    LINLI_TRANSCRIBE_MODEL: z.string().default('whisper-1'),
    LINLI_TRANSCRIBE_KEY: z.string().optional(),
    LINLI_LLM_URL: z
      .string()
      .refine((text) => isUrl(text, ['https:', 'http:']) && isBare(text), 'must look like http://localhost:11434/v1')
      .transform((text) => text.replace(/(?:\/chat\/completions)?\/*$/, ''))
      .optional(),
    LINLI_LLM_MODEL: z.string().optional(),
    LINLI_LLM_KEY: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'must be the key alone, without spaces')
      .optional(),
    LINLI_LLM_EXTRA: z
      .string()
      .default('{}')
      .transform((text, context) => {
        const read = readObject(text);
        if (read) return read;
        context.addIssue({
          code: 'custom',
          message: 'must be a JSON object, for instance {"reasoning_effort":"none"}',
        });
        return z.NEVER;
      }),
    LINLI_LOCALE: z.enum(['zh-CN', 'zh-TW', 'en'], 'must be zh-CN, zh-TW or en').default('zh-CN'),
    LINLI_TIMEZONE: z
      .string()
      .refine(isTimeZone, 'must be the IANA name of a time zone, for instance Asia/Shanghai')
      .default('Asia/Shanghai'),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'must be trace, debug, info, warn, error, fatal or silent',
      })
      .default('info'),
  })
  .transform((env) => ({
    /** Null: the embedded server under `dataDir`. */
    databaseUrl: env.DATABASE_URL ?? null,
    /** Null: BullMQ runs on PostgreSQL. */
    redisUrl: env.REDIS_URL ?? null,
    dataDir: env.LINLI_DATA,
    http: { ...env.LINLI_HTTP, loopback: LOOPBACK.has(env.LINLI_HTTP.host) },
    /** Asked for by the rooms; always there when they are not on loopback. */
    password: env.LINLI_PASSWORD ?? null,
    /** Where `http` is reached from outside, without a slash at its end; null: not at all. */
    publicUrl: env.LINLI_PUBLIC_URL ?? null,
    telegram:
      env.TELEGRAM_BOT_TOKEN === undefined
        ? null
        : { token: env.TELEGRAM_BOT_TOKEN, apiRoot: env.TELEGRAM_API_ROOT ?? 'https://api.telegram.org' },
    wechat:
      env.WECHATY_PUPPET === undefined
        ? null
        : {
            puppet: env.WECHATY_PUPPET,
            /** Which of our own accounts this process logs in. */
            account: env.LINLI_WECHAT_ACCOUNT,
            service: {
              token: env.WECHATY_PUPPET_SERVICE_TOKEN ?? null,
              endpoint: env.WECHATY_PUPPET_SERVICE_ENDPOINT ?? null,
              tls: !env.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT,
            },
          },
    /** How much the desk allows itself on WeChat; known also where another process speaks there. */
    wechatQuota: { perConversation: env.LINLI_WECHAT_GROUP_QUOTA, perAccount: env.LINLI_WECHAT_ACCOUNT_QUOTA },
    /** An OpenAI-compatible server that turns speech into text; null: voice messages are kept as they are. */
    transcribe:
      env.LINLI_TRANSCRIBE_URL === undefined
        ? null
        : {
            url: env.LINLI_TRANSCRIBE_URL,
            model: env.LINLI_TRANSCRIBE_MODEL,
            key: env.LINLI_TRANSCRIBE_KEY ?? null,
          },
    /** An OpenAI-compatible server that is asked about doubtful messages; null: the staff are asked at once. */
    languageModel:
      env.LINLI_LLM_URL === undefined
        ? null
        : {
            url: env.LINLI_LLM_URL,
            model: env.LINLI_LLM_MODEL ?? '',
            key: env.LINLI_LLM_KEY ?? null,
            /** Further fields of the request that this server wants. */
            extra: env.LINLI_LLM_EXTRA,
          },
    locale: env.LINLI_LOCALE,
    timeZone: env.LINLI_TIMEZONE,
    logLevel: env.LOG_LEVEL,
  }));

/** What the environment asked for, with every default filled in. */
export type Config = z.output<typeof schema>;

export type ConfigOutcome = { ok: true; config: Config } | { ok: false; problems: string[] };

/**
 * Reads the configuration from environment variables. An empty variable counts as unset.
 * When something is wrong, `problems` names every mistake with its mend, one sentence each, and no value: values may be
 * secrets.
 */
export function readConfig(env: Record<string, string | undefined>): ConfigOutcome {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(given);
  const problems = result.success
    ? missing(result.data)
    : result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
  return result.success && problems.length === 0 ? { ok: true, config: result.data } : { ok: false, problems };
}

function missing(config: Config): string[] {
  const problems: string[] = [];
  if (!config.http.loopback && config.password === null)
    problems.push(
      'LINLI_PASSWORD must be set, because LINLI_HTTP lets other machines in: choose one of at least 8 characters, or listen on 127.0.0.1.',
    );
  if (config.languageModel?.model === '')
    problems.push(
      'LINLI_LLM_MODEL must be set, because LINLI_LLM_URL is: the name by which its server knows the model.',
    );
  return problems;
}
