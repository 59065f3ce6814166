import { audit } from '../people/audit.ts';
import { isContractor, isManager, mayRead } from '../people/roles.ts';
import type { Scene } from './scene.ts';
import type { StaffVerb } from './verb.ts';

const forManagers: ReadonlySet<StaffVerb> = new Set([
  'link',
  'role',
  'quota',
  'stop',
  'resume',
  'login',
  'source',
  'adopt',
  'turn_down',
  'shadow',
]);

/** What is for everybody who may look on; what of it changes something is for managers ({@link managesOrRefused}), or one's own. */
const forReaders: ReadonlySet<StaffVerb> = new Set([
  ...(['show', 'list', 'help', 'status', 'accounts', 'channels', 'find', 'activity', 'faq'] as const),
  ...(['duty', 'leave', 'grid', 'deputy', 'capacity', 'consultation'] as const),
  ...(['notice', 'template', 'tag', 'plan', 'drill', 'publication', 'incident'] as const),
]);

/** For managers and supervisors. */
const forOverseers: ReadonlySet<StaffVerb> = new Set(['ratings', 'held_back']);

/** What contractors may say: what one does with one's own tickets, and little else. */
const forContractors: ReadonlySet<StaffVerb> = new Set([
  ...([
    'take',
    'answer',
    'ask',
    'promise',
    'progress',
    'pass',
    'done',
    'reopen',
    'decline',
    'postpone',
    'show',
  ] as const),
  ...(['list', 'status', 'help', 'policy', 'leave', 'find'] as const),
]);

/** Supervisors see everything and change nothing; setting up is for managers. Others are refused quietly, and it is logged. */
export async function mayDo(scene: Scene, verb: StaffVerb): Promise<boolean> {
  const roles = scene.speaker?.roles ?? [];
  if (verb === 'setup' || verb === 'join') return true;
  const isBarred = isContractor(roles) && !forContractors.has(verb);
  const reads = forReaders.has(verb);
  const oversees = isManager(roles) || roles.includes('supervisor');
  const allowed = forManagers.has(verb) ? isManager(roles) : reads ? mayRead(roles) : (scene.speaker?.staff ?? false);
  if (!isBarred && (forOverseers.has(verb) ? oversees : allowed)) return true;
  await refuse(scene, verb);
  return false;
}

/** For the part of a verb that only managers may use; others are refused quietly, and it is logged. */
export async function managesOrRefused(
  scene: Pick<Scene, 'step' | 'community' | 'speaker'>,
  verb: StaffVerb,
): Promise<boolean> {
  const manages = isManager(scene.speaker?.roles ?? []);
  if (!manages) await refuse(scene, verb);
  return manages;
}

function refuse(
  { step, community, speaker }: Pick<Scene, 'step' | 'community' | 'speaker'>,
  verb: StaffVerb,
): Promise<void> {
  const entry = { communityId: community.id, actorId: speaker?.personId ?? null };
  return audit(step.tx, { ...entry, action: 'refuse_command', subject: verb });
}
