/** What an operator says of an account on WeChat. */
export interface WechatSettings {
  /** As in `WECHATY_PUPPET`. */
  puppet: string;
  /** Our name for the account. */
  account: string;
  /** For `wechaty-puppet-service` only. */
  service: { token: string | null; endpoint: string | null; tls: boolean };
}
