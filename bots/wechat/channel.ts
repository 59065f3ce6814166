import type { Capabilities, Channel, Pace, Quota } from '../../core/channel/channel.ts';
import type { FileFetching } from './file-fetch.ts';

/** The sending half of an account on WeChat: only the process that is logged in has it. */
export type WechatChannel = Channel & { readonly exclusive: true };

export const capabilities: Capabilities = {
  buttons: false,
  reactions: false,
  edits: false,
  polls: false,
  mentions: true,
  // For two minutes, where the puppet can.
  recall: true,
  directChat: true,
  files: true,
  // A quote means a message for as long as the books remember what was said, which is some weeks.
  stableMessageIds: false,
};

/**
 * WeChat publishes no limits for accounts. This is only as fast as people can read; what the desk allows itself in a minute, an
 * hour and a day is the {@link Quota}, which operators set.
 */
export const pace: Pace = {
  perConversation: { count: 1, windowMs: 1_000 },
  perGroup: { count: 30, windowMs: 60_000 },
  perAccount: { count: 60, windowMs: 60_000 },
};

export function createWechatChannel(parts: {
  account: string;
  quota: Quota;
  speaking: Pick<Channel, 'send' | 'leave'>;
  files: Pick<FileFetching, 'fetchFile'>;
}): WechatChannel {
  const { account, quota, speaking, files } = parts;
  return {
    name: 'wechat',
    account,
    capabilities,
    pace,
    quota,
    exclusive: true,
    send: speaking.send,
    leave: speaking.leave,
    fetchFile: (ref) => files.fetchFile(ref),
  };
}
