import { readOffice } from '../../people/duty/read-duty.ts';
import { carriesTickets } from '../../people/duty/responsible.ts';
import { isStaff } from '../../people/roles.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { takeNames } from './take-names.ts';

export interface Colleague {
  personId: string;
  name: string;
}

export interface Named {
  people: Colleague[];
  /** What was said without the names. */
  text: string;
}

/**
 * The colleagues whom a message names, with an @ or by replying to them. A name that nobody has is answered with who there is,
 * and null.
 *
 * @param who `all` also contractors, who have no part in roster and grid
 */
export async function namedIn(scene: Scene, rest: string, who: 'own' | 'all' = 'own'): Promise<Named | null> {
  const { step, community, conversation, event } = scene;
  const works = who === 'all' ? isStaff : carriesTickets;
  const office = (await readOffice(step.tx, community.id)).filter(({ roles }) => works(roles));
  const { people, text, unknown } = takeNames(rest, office);
  if (unknown !== null) {
    const names = office.map(({ name }) => name);
    await replyTo(scene, 'duty', { text: textsOf(scene).noSuchColleague(unknown, names) });
    return null;
  }
  if (people.length > 0 || event.replyToId === null) return { people, text };
  const replied = await step.tx.message.findUnique({
    where: { conversationId_externalId: { conversationId: conversation.id, externalId: event.replyToId } },
    select: { personId: true },
  });
  return { people: office.filter(({ personId }) => personId === replied?.personId), text };
}

/** Nobody was named where somebody has to be: who there is. */
export async function askWho(scene: Scene, how: string): Promise<void> {
  const office = await readOffice(scene.step.tx, scene.community.id);
  const names = office.filter(({ roles }) => carriesTickets(roles)).map(({ name }) => name);
  await replyTo(scene, 'duty', { text: `${textsOf(scene).noSuchColleague('', names)}\n${how}` });
}

/** What was said could not be read: that nothing was changed, and an example. */
export async function explain(scene: Scene, said: string, how: string): Promise<void> {
  await replyTo(scene, 'duty', { text: `${textsOf(scene).notUnderstood(said)}\n${how}` });
}
