/** Proposing and approving versions of the policy; a part of `Texts`. */
export interface VersionTexts {}
