import type { PolicyVersion } from '../../../prisma/generated/client.ts';
import { say } from '../../outbox/say.ts';
import { managersOrStaff, staffOrManagers } from '../../people/groups.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { changesInWords } from './changes-in-words.ts';
import { versionView } from './view.ts';

interface Place {
  id: string;
  locale: string;
  timeZone: string;
}

const here = (step: Step, { timeZone }: Place, texts: Texts) => ({ texts, now: step.now, timeZone });

/** Brings a proposed version before those who decide, with what would change, who wants it, and from when on. Returns where. */
export async function tellProposed(
  step: Step,
  community: Place,
  proposed: {
    version: PolicyVersion;
    changes: readonly string[];
    saidIn?: { conversationId: string; messageExternalId: string };
  },
): Promise<string[]> {
  const { version, changes, saidIn } = proposed;
  const texts = textsFor(community.locale);
  const groups = await managersOrStaff(step.tx, community.id);
  for (const { id } of groups) {
    const isAnswer = saidIn?.conversationId === id;
    await say(step, {
      conversationId: id,
      purpose: isAnswer ? 'answer' : 'question',
      content: {
        text: texts.versionProposed(versionView(version, here(step, community, texts)), changes),
        choices: [
          [
            { id: choiceIds.version('approve', version.id), label: texts.versionApprove() },
            { id: choiceIds.version('running', version.id), label: texts.versionApproveRunning() },
          ],
          [{ id: choiceIds.version('refuse', version.id), label: texts.versionRefuse() }],
        ],
      },
      ...(isAnswer ? { replyToExternalId: saidIn.messageExternalId } : {}),
      dedupeKey: `version-proposed:${version.id}:${id}`,
      // It waits for a decision, however long that takes.
      expiresAt: null,
    });
    step.rope.lane(id);
  }
  return groups.map(({ id }) => id);
}

/** Tells the staff that a version was approved, and what becomes different, but in the place where that was said. */
export async function tellApproved(
  step: Step,
  community: Place,
  approved: { version: PolicyVersion; before: PolicyVersion | null; by: string; saidIn: string | null },
): Promise<void> {
  const { version, before, by, saidIn } = approved;
  const texts = textsFor(community.locale);
  const changes = before ? changesInWords(before.data, version.data, texts) : [];
  const view = versionView(version, here(step, community, texts));
  const staff = (await staffOrManagers(step.tx, community.id)).filter(({ id }) => id !== saidIn);
  await tellAll(step, staff, `version-approved:${version.id}`, () => texts.versionApproved(view, by, changes));
}

/** Tells those who were asked about a version that it was taken back, but in the place where that was said. */
export async function tellTakenBack(
  step: Step,
  community: Place,
  taken: { version: PolicyVersion; by: string; saidIn: string | null },
): Promise<void> {
  const { version, by, saidIn } = taken;
  const texts = textsFor(community.locale);
  const asked = await managersOrStaff(step.tx, community.id);
  const told = version.approvedAt === null ? asked : [...asked, ...(await staffOrManagers(step.tx, community.id))];
  await tellAll(
    step,
    told.filter(({ id }) => id !== saidIn),
    `version-taken-back:${version.id}`,
    () => texts.versionTakenBack(version.version, by),
  );
}

async function tellAll(
  step: Step,
  groups: readonly { id: string }[],
  occasion: string,
  text: () => string,
): Promise<void> {
  for (const { id } of groups) {
    await say(step, {
      conversationId: id,
      purpose: 'note',
      content: { text: text() },
      dedupeKey: `${occasion}:${id}`,
    });
    step.rope.lane(id);
  }
}
