import type { MessageAct } from '../../prisma/generated/enums.ts';
import type { Scene } from './scene.ts';

/** Puts on record what the desk took a message for, so that what its writer says next is not read together with it. */
export async function noteAct({ step, message }: Pick<Scene, 'step' | 'message'>, act: MessageAct): Promise<void> {
  await step.tx.message.update({ where: { id: message.id }, data: { act }, select: { id: true } });
}
