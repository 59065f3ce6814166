import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const TOKEN = '123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQ';

describe('without any configuration', () => {
  it.each([{}, { DATABASE_URL: '', LINLI_HTTP: '  ', TELEGRAM_BOT_TOKEN: '' }])(
    'linli is whole: embedded server, rooms on loopback, no bot (%j)',
    (env) => {
      expect(readConfig(env)).toEqual({
        ok: true,
        config: {
          databaseUrl: null,
          redisUrl: null,
          dataDir: './data',
          http: { host: '127.0.0.1', port: 8787, loopback: true },
          password: null,
          publicUrl: null,
          telegram: null,
          wechat: null,
          wechatQuota: {
            perConversation: [
              { count: 5, windowMs: 60_000 },
              { count: 40, windowMs: 3_600_000 },
              { count: 150, windowMs: 86_400_000 },
            ],
            perAccount: [
              { count: 10, windowMs: 60_000 },
              { count: 120, windowMs: 3_600_000 },
              { count: 600, windowMs: 86_400_000 },
            ],
          },
          transcribe: null,
          languageModel: null,
          locale: 'zh-CN',
          timeZone: 'Asia/Shanghai',
          logLevel: 'info',
        },
      });
    },
  );
});

describe('the address of the rooms', () => {
  it.each([
    {
      told: 'a host and a port',
      LINLI_HTTP: 'localhost:9000',
      http: { host: 'localhost', port: 9000, loopback: true },
    },
    { told: 'a port alone', LINLI_HTTP: '9000', http: { host: '127.0.0.1', port: 9000, loopback: true } },
    { told: 'IPv6', LINLI_HTTP: '[::1]:9000', http: { host: '::1', port: 9000, loopback: true } },
    { told: 'any free port', LINLI_HTTP: '127.0.0.1:0', http: { host: '127.0.0.1', port: 0, loopback: true } },
    {
      told: 'the last port there is',
      LINLI_HTTP: '0.0.0.0:65535',
      http: { host: '0.0.0.0', port: 65535, loopback: false },
    },
  ])('$told: $LINLI_HTTP', ({ LINLI_HTTP, http }) => {
    const outcome = readConfig({ LINLI_HTTP, LINLI_PASSWORD: '12345678' });
    expect(outcome).toMatchObject({ ok: true, config: { http } });
  });

  it('lets other machines in only with a password', () => {
    expect(readConfig({ LINLI_HTTP: '0.0.0.0:8787' })).toEqual({
      ok: false,
      problems: [expect.stringMatching(/^LINLI_PASSWORD must be set/)],
    });
  });
});

describe('a wrong value is named, with its mend', () => {
  it.each([
    { DATABASE_URL: 'mysql://host/db' },
    { DATABASE_URL: 'host' },
    { REDIS_URL: 'http://host' },
    { LINLI_HTTP: '127.0.0.1:65536' },
    { LINLI_HTTP: '127.0.0.1' },
    { LINLI_HTTP: '::1:8787' },
    { LINLI_PASSWORD: 'short' },
    { LINLI_PUBLIC_URL: 'http://desk.example.org' },
    { TELEGRAM_BOT_TOKEN: 'secret' },
    { TELEGRAM_API_ROOT: 'api.telegram.org' },
    { WECHATY_PUPPET: 'rm -rf' },
    { WECHATY_PUPPET_SERVICE_ENDPOINT: 'https://gateway' },
    { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'perhaps' },
    { LINLI_WECHAT_ACCOUNT: 'My Account' },
    { LINLI_WECHAT_GROUP_QUOTA: 'much' },
    { LINLI_WECHAT_ACCOUNT_QUOTA: '0/min' },
    { LINLI_TRANSCRIBE_URL: 'localhost:9000' },
    { LINLI_LLM_URL: 'localhost:11434' },
    { LINLI_LLM_URL: 'https://user:hunter2@api.example.org' },
    { LINLI_LLM_URL: 'https://api.example.org?key=hunter2' },
    { LINLI_LLM_KEY: 'sk-1 sk-2' },
    { LINLI_LLM_EXTRA: 'thinking=off' },
    { LINLI_LLM_EXTRA: '[]' },
    { LINLI_LOCALE: 'zh' },
    { LINLI_TIMEZONE: 'Peking' },
    { LOG_LEVEL: 'loud' },
  ])('%j', (env) => {
    const outcome = readConfig(env);
    const [name = '', value = ''] = Object.entries(env)[0] ?? [];
    expect(outcome).toEqual({ ok: false, problems: [expect.stringMatching(new RegExp(`^${name} must `))] });
    expect(JSON.stringify(outcome)).not.toContain(`"${value}`);
  });

  it('and so is every other one at the same time, without showing a secret', () => {
    const outcome = readConfig({
      DATABASE_URL: 'hunter2-database',
      LINLI_PASSWORD: 'hunter2',
      TELEGRAM_BOT_TOKEN: 'hunter2-token',
      LINLI_HTTP: 'nowhere',
    });
    expect(outcome.ok ? [] : outcome.problems).toHaveLength(4);
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });
});

describe('Telegram', () => {
  it('is asked at its own server unless another is named', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN })).toMatchObject({
      config: { telegram: { token: TOKEN, apiRoot: 'https://api.telegram.org' } },
    });
    expect(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' })).toMatchObject({
      config: { telegram: { apiRoot: 'http://127.0.0.1:8081' } },
    });
  });

  it('is left alone without a token', () => {
    expect(readConfig({ TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' })).toMatchObject({ config: { telegram: null } });
  });
});

describe('WeChat', () => {
  it('is left alone without a puppet', () => {
    const outcome = readConfig({ WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_x', LINLI_WECHAT_ACCOUNT: 'front' });
    expect(outcome).toMatchObject({ config: { wechat: null } });
  });

  it('is spoken to cautiously, as one account, unless it is said otherwise', () => {
    expect(readConfig({ WECHATY_PUPPET: 'wechaty-puppet-service' })).toMatchObject({
      config: {
        wechat: {
          puppet: 'wechaty-puppet-service',
          account: 'wechat',
          service: { token: null, endpoint: null, tls: true },
        },
      },
    });
    const env = { WECHATY_PUPPET: 'padlocal', LINLI_WECHAT_ACCOUNT: 'desk-2', LINLI_WECHAT_ACCOUNT_QUOTA: '3/min' };
    expect(readConfig(env)).toMatchObject({
      config: { wechat: { account: 'desk-2' }, wechatQuota: { perAccount: [{ count: 3, windowMs: 60_000 }] } },
    });
  });
});

describe('a language model', () => {
  it('is not asked, unless there is a server for it', () => {
    expect(readConfig({ LINLI_LLM_KEY: 'hunter2', LINLI_LLM_MODEL: 'qwen3' })).toMatchObject({
      config: { languageModel: null },
    });
  });

  it.each(['http://localhost:11434/v1', 'http://localhost:11434/v1/', 'http://localhost:11434/v1/chat/completions'])(
    'is reached at %s',
    (LINLI_LLM_URL) => {
      expect(readConfig({ LINLI_LLM_URL, LINLI_LLM_MODEL: 'qwen3' })).toMatchObject({
        config: { languageModel: { url: 'http://localhost:11434/v1', model: 'qwen3', key: null, extra: {} } },
      });
    },
  );

  it('is given what its server wants besides', () => {
    const env = { LINLI_LLM_URL: 'https://api.deepseek.com', LINLI_LLM_MODEL: 'deepseek-v4-flash' };
    expect(readConfig({ ...env, LINLI_LLM_EXTRA: '{"thinking":{"type":"disabled"}}' })).toMatchObject({
      config: { languageModel: { extra: { thinking: { type: 'disabled' } } } },
    });
  });

  it('has to be named', () => {
    expect(readConfig({ LINLI_LLM_URL: 'http://localhost:11434/v1' })).toEqual({
      ok: false,
      problems: [expect.stringMatching(/^LINLI_LLM_MODEL must be set/)],
    });
  });
});

describe('voice messages', () => {
  it('are kept as they are, unless a server turns them into text', () => {
    expect(readConfig({ LINLI_TRANSCRIBE_KEY: 'hunter2' })).toMatchObject({ config: { transcribe: null } });
    expect(readConfig({ LINLI_TRANSCRIBE_URL: 'http://localhost:8000/v1/' })).toMatchObject({
      config: { transcribe: { url: 'http://localhost:8000/v1', model: 'whisper-1', key: null } },
    });
  });
});
