import { audit } from '../people/audit.ts';
import { isManager, mayRead } from '../people/roles.ts';
import type { Scene } from './scene.ts';
import type { StaffVerb } from './verb.ts';

const forManagers: ReadonlySet<StaffVerb> = new Set(['link', 'role', 'quota', 'stop', 'resume', 'login']);

/** Supervisors see everything and change nothing; setting up is for managers. Others are refused quietly, and it is logged. */
export async function mayDo(scene: Scene, verb: StaffVerb): Promise<boolean> {
  const roles = scene.speaker?.roles ?? [];
  if (verb === 'setup' || verb === 'join') return true;
  const reads = verb === 'show' || verb === 'list' || verb === 'help' || verb === 'status' || verb === 'accounts';
  const allowed = forManagers.has(verb) ? isManager(roles) : reads ? mayRead(roles) : (scene.speaker?.staff ?? false);
  if (allowed) return true;
  await audit(scene.step.tx, {
    communityId: scene.community.id,
    actorId: scene.speaker?.personId ?? null,
    action: 'refuse_command',
    subject: verb,
  });
  return false;
}
