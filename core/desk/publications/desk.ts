import { isManager } from '../../people/roles.ts';
import type { AboutDesk } from '../about-desk.ts';
import { parseCommand } from '../command.ts';
import { publish } from './command.ts';

/** Shorter replies are said to a colleague. */
const SHORTEST_TEXT = 20;

/** A manager replies to a reminder with the text, or with the files, that are to be published. */
export const publicationDesk: AboutDesk = {
  choose: () => Promise.resolve(),
  async reply(scene, id) {
    const { step, community, speaker, event, message } = scene;
    if (!isManager(speaker?.roles ?? []) || parseCommand(event.text, { strict: true }).kind === 'command') return false;
    const text = event.text.trim();
    if (text.length < SHORTEST_TEXT && message.attachments.length === 0) return false;
    const publication = await step.tx.publication.findFirst({
      where: { id, communityId: community.id, revokedAt: null },
    });
    if (!publication) return false;
    await publish(scene, publication, text);
    return true;
  },
};
