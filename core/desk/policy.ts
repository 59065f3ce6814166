import { audit } from '../people/audit.ts';
import { unknownYearAhead } from '../policy/time/holidays-ahead.ts';
import { mayApprove } from '../policy/versions/approvers.ts';
import { mistakesIn, proposeVersion } from '../policy/versions/propose.ts';
import { approveVersion, withdrawVersion, type Settled } from '../policy/versions/settle.ts';
import { versionLines, versionView } from '../policy/versions/view.ts';
import { readStoredDocument } from '../policy/document/stored-policy.ts';
import { wallClock } from '../policy/time/wall-clock.ts';
import { isManager } from '../people/roles.ts';
import type { PressedChoice } from '../tickets/choice-id.ts';
import type { Texts } from '../text/texts.ts';
import { lines } from '../text/layout.ts';
import { readPolicyWords, type PolicyWords } from './policy-words.ts';
import { localeOf, replyTo, textsOf, type Choosing, type Scene } from './scene.ts';
import { showPolicy, standardsFor } from './show-policy.ts';

/** `服务标准`: what residents may expect (P8e); for managers also how it is changed, its versions, and changing it. */
export async function handlePolicy(scene: Scene, rest: string): Promise<void> {
  const { step, community, speaker } = scene;
  const { policy, timeZone } = community;
  const stored = await step.tx.policyVersion.findUniqueOrThrow({
    where: { id: community.policyVersionId },
    select: { data: true },
  });
  const document = readStoredDocument(stored.data);
  const words = readPolicyWords(rest, { policy, document, now: step.now, timeZone });
  if (words.kind === 'show') return show(scene);
  const isAllowed =
    words.kind === 'approve' || words.kind === 'withdraw' || words.kind === 'versions'
      ? mayApprove(speaker?.roles ?? [])
      : isManager(speaker?.roles ?? []);
  if (!speaker || !isAllowed) return refuse(scene, 'refuse_command', `policy_${words.kind}`);
  switch (words.kind) {
    case 'versions':
      return listVersions(scene);
    case 'approve':
    case 'withdraw':
      return settle({ ...scene, speaker }, words.version, words);
    case 'no_such_line':
      return replyTo(scene, 'policy', { text: textsOf(scene).versionNoSuchLine(words.said, words.nearest) });
    case 'no_such_day':
      return replyTo(scene, 'policy', { text: textsOf(scene).versionNoSuchDay(words.said) });
    case 'edit':
      return propose(scene, { personId: speaker.personId, name: speaker.name }, words);
  }
}

/** A proposed version is approved or refused. */
export async function settleVersion(
  choosing: Choosing,
  { answer, versionId }: Extract<PressedChoice, { kind: 'version' }>,
): Promise<void> {
  const wanted = { id: versionId };
  if (answer === 'refuse') await settle(choosing, wanted, { kind: 'withdraw' });
  else if (answer === 'approve' || answer === 'running')
    await settle(choosing, wanted, { kind: 'approve', running: answer === 'running' });
}

async function show(scene: Scene): Promise<void> {
  const isForManagers = scene.conversation.audience === 'managers' && isManager(scene.speaker?.roles ?? []);
  if (!isForManagers) return showPolicy(scene);
  const texts = textsOf(scene);
  const text = [await standardsFor(scene), holidaysToCome(scene), texts.versionHow()].filter(Boolean).join('\n\n');
  await replyTo(scene, 'policy', { text });
}

/** That the holidays of a year are not known, when they are about to be needed; otherwise nothing. */
function holidaysToCome(scene: Scene): string | null {
  const { policy, calendar, timeZone } = scene.community;
  const day = wallClock(scene.step.now, timeZone).toPlainDate().toString();
  const year = unknownYearAhead(policy.calendar, (one) => calendar.knowsHolidaysOf(one), day);
  return year === null ? null : textsOf(scene).holidaysUnknown(year);
}

async function listVersions(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const all = await step.tx.policyVersion.findMany({ where: { communityId: community.id } });
  const shown = versionLines(all, { texts, now: step.now, timeZone: community.timeZone }).slice(0, 20);
  await replyTo(scene, 'policy', { text: texts.versions(shown) });
}

async function propose(
  scene: Scene,
  by: { personId: string; name: string },
  { path, value, from, because, running }: Extract<PolicyWords, { kind: 'edit' }>,
): Promise<void> {
  const { step, community, conversation, message } = scene;
  const texts = textsOf(scene);
  const proposed = await proposeVersion(step, community, {
    change: { kind: 'differences', differences: nested(path, value) },
    takesEffectAt: from,
    reason: because,
    by,
    movesRunning: running,
    saidIn: { conversationId: conversation.id, messageExternalId: message.externalId },
  });
  switch (proposed.kind) {
    case 'proposed':
      if (proposed.toldIn.includes(conversation.id)) return;
      return replyTo(scene, 'policy', {
        text: lines(texts.versionHandedIn(proposed.version), ...proposed.changes.map((change) => `· ${change}`)),
      });
    case 'wrong':
      return replyTo(scene, 'policy', {
        text: texts.versionWrong(mistakesIn(proposed.flaws.slice(0, 5), localeOf(scene))),
      });
    case 'same':
      return replyTo(scene, 'policy', { text: texts.versionSame() });
    case 'in_past':
      return replyTo(scene, 'policy', { text: texts.versionInPast() });
  }
}

const nested = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);

type Deciding = Pick<Choosing, 'step' | 'community' | 'conversation' | 'message' | 'speaker'>;

async function settle(
  deciding: Deciding,
  version: number | { id: string },
  how: { kind: 'withdraw' } | { kind: 'approve'; running?: boolean },
): Promise<void> {
  const { step, community, conversation, speaker } = deciding;
  const decision = { version, by: speaker, saidIn: conversation.id };
  const { kind, ...running } = how;
  const settled =
    kind === 'withdraw'
      ? await withdrawVersion(step, community, decision)
      : await approveVersion(step, community, { ...decision, ...running });
  if (settled.kind === 'not_allowed') return refuse(deciding, 'refuse_press', 'policy_version');
  // A button of another community's card: nothing is known of it here.
  if (settled.kind === 'unknown' && typeof version !== 'number') return;
  const text = settledInWords(deciding, settled, typeof version === 'number' ? version : 0);
  await replyTo(deciding, 'policy', { text });
}

function settledInWords(deciding: Deciding, settled: Exclude<Settled, { kind: 'not_allowed' }>, said: number): string {
  const { step, community, speaker } = deciding;
  const texts: Texts = textsOf(deciding);
  const here = { texts, now: step.now, timeZone: community.timeZone };
  switch (settled.kind) {
    case 'approved':
      return texts.versionDecided(versionView(settled.version, here), settled.moved);
    case 'taken_back':
      return texts.versionTakenBack(settled.version.version, speaker.name);
    case 'over':
      return texts.versionOver(settled.version, settled.standing);
    case 'own':
      return texts.versionOwn(settled.version);
    case 'overtaken':
      return texts.versionOvertaken(settled.version);
    case 'unknown':
      return texts.versionUnknown(said);
  }
}

/** Whoever may not is refused quietly, and it is logged. */
async function refuse(
  { step, community, speaker }: { step: Scene['step']; community: Scene['community']; speaker: Scene['speaker'] },
  action: string,
  subject: string,
): Promise<void> {
  const actorId = speaker?.personId ?? null;
  await audit(step.tx, { communityId: community.id, actorId, action, subject });
}
