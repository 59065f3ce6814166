import { types, type payloads } from 'wechaty-puppet';

export const TYPE = {
  unknown: types.Message.Unknown,
  attachment: types.Message.Attachment,
  audio: types.Message.Audio,
  contact: types.Message.Contact,
  chatHistory: types.Message.ChatHistory,
  emoticon: types.Message.Emoticon,
  image: types.Message.Image,
  text: types.Message.Text,
  location: types.Message.Location,
  miniProgram: types.Message.MiniProgram,
  groupNote: types.Message.GroupNote,
  transfer: types.Message.Transfer,
  redEnvelope: types.Message.RedEnvelope,
  recalled: types.Message.Recalled,
  url: types.Message.Url,
  video: types.Message.Video,
  post: types.Message.Post,
};

export const US = { id: 'wxid_linli', names: ['邻里', '邻里小助手（机器人）'] };

/** A message in a group of residents, as a puppet tells it. */
export function payloadOf(
  type: keyof typeof TYPE,
  text: string | undefined,
  more: { filename?: string; mentionIdList?: string[]; quoteId?: string } = {},
): payloads.Message {
  return {
    id: '5603034341002189672',
    talkerId: 'wxid_wangfang',
    roomId: '24330947507@chatroom',
    timestamp: 1_763_712_000,
    type: TYPE[type],
    ...(text === undefined ? {} : { text }),
    ...more,
  };
}
