import { recipientsOf, whileDown } from '../../accounts/recipients.ts';
import type { Tx } from '../../database.ts';
import { managersOrStaff } from '../../people/groups.ts';

/**
 * Where managers hear of a group that is only listened to: their groups, else the staff's, else each manager in person; of those that can
 * be reached now, if there are any.
 */
export async function officeOf(tx: Tx, communityId: string): Promise<string[]> {
  const reached = whileDown(await recipientsOf(tx, communityId, null)).map(({ conversationId }) => conversationId);
  return reached.length > 0 ? reached : (await managersOrStaff(tx, communityId)).map(({ id }) => id);
}
