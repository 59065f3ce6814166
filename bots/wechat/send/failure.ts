import type { DeliveryFailure } from '../../../core/channel/outgoing.ts';

/** A platform that finds us too fast means the account, whomever it was speaking to, and does not say how long it wants to be left alone. */
export const FREQUENCY_WAIT_MS = 5 * 60_000;

type Kind = Exclude<DeliveryFailure['kind'], 'upgraded'>;

/**
 * What refusals mean. Puppets tell them apart by wording only, each in its own, so the wording is read here and nowhere else;
 * what is not known is a fault of the platform and tried again. Sources: the errors of wechaty-puppet-service, -padlocal,
 * -wechat4u and -mock, and the return codes of web WeChat (1100–1102: logged out, 1205: too often).
 */
const wordings: readonly { wording: RegExp; kind: Kind }[] = [
  {
    wording: /too (?:fast|often|frequent|many)|frequen(?:t|cy|tly)|rate.?limit|操作.{0,4}频繁|\bret\D{0,4}1205\b/i,
    kind: 'must_wait',
  },
  {
    wording:
      /not logged ?in|no logged|logged ?out|not login|login (?:required|expired)|未登录|请.{0,3}登录|\bret\D{0,4}110[0-2]\b/i,
    kind: 'logged_out',
  },
  {
    wording:
      /not (?:in|a member of|inside)\b|not (?:a )?(?:room|chatroom) member|不在.{0,4}群|已.{0,3}移出群|退出.{0,3}群/i,
    kind: 'not_a_member',
  },
  {
    wording:
      /no such (?:contact|room)|(?:contact|room|user|conversation) (?:is )?not (?:found|exist)|not (?:a |your |my )?friend|friend(?:ship)? (?:verif|required)|blocked|blacklist|朋友验证|不是.{0,6}(?:好友|朋友)|拒收|黑名单|does ?n[o']t exist|\bnot exist/i,
    kind: 'unreachable',
  },
  {
    wording:
      /too (?:long|large|big)|exceeds? |unsupported|not (?:supported|implemented|allowed)|sensitive|forbidden|过长|过大|超过|违规|敏感|不支持/i,
    kind: 'refused',
  },
];

/** https://grpc.github.io/grpc/core/md_doc_statuscodes.html; others mean nothing certain. */
const codes: ReadonlyMap<number, Kind> = new Map([
  [4, 'platform_down'],
  [14, 'platform_down'],
  [3, 'refused'],
  [8, 'refused'],
  [12, 'refused'],
  [16, 'logged_out'],
]);

/** What a failed call to a puppet means for a message. */
export function failureOf(error: unknown): DeliveryFailure {
  const reason = (error instanceof Error ? error.message || error.name : String(error)).slice(0, 200);
  const kind =
    wordings.find(({ wording }) => wording.test(reason))?.kind ?? codes.get(codeOf(error)) ?? 'platform_down';
  return kind === 'must_wait' ? { kind, reason, waitMs: FREQUENCY_WAIT_MS, of: 'account' } : { kind, reason };
}

const codeOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number' ? error.code : -1;
