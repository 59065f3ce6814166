import type { types } from 'wechaty-puppet';

export type SaidType =
  | 'words'
  | 'photo'
  | 'voice'
  | 'video'
  | 'file'
  | 'sticker'
  | 'link'
  | 'mini_program'
  | 'location'
  | 'bundle'
  | 'recall'
  | 'contact_card'
  | 'transfer'
  | 'red_packet'
  | 'system';

/**
 * By wechaty's numbers, which are its wire format: importing them would load all of it.
 * https://github.com/wechaty/puppet/blob/main/src/schemas/message.ts, and for 17 and more its fork for WeCom.
 */
const TYPES: ReadonlyMap<types.Message | number, SaidType> = new Map<number, SaidType>([
  [0, 'system'],
  [1, 'file'],
  [2, 'voice'],
  [3, 'contact_card'],
  [4, 'bundle'],
  [5, 'sticker'],
  [6, 'photo'],
  [7, 'words'],
  [8, 'location'],
  [9, 'mini_program'],
  [10, 'words'],
  [11, 'transfer'],
  [12, 'red_packet'],
  [13, 'recall'],
  [14, 'link'],
  [15, 'video'],
  [16, 'words'],
  [18, 'system'],
  [20, 'system'],
]);

/** What a puppet says a message is. A type that came later is taken for words, so that nothing said gets lost. */
export function messageType(type: types.Message): SaidType {
  return TYPES.get(type) ?? 'words';
}
