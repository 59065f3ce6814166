/** How an action of a persona can end: done, no such room or message, or not theirs to do. */
export type ActionOutcome = { kind: 'done' } | { kind: 'not_found' } | { kind: 'not_allowed' };
