/** How the policy is read by residents and staff (P8e); a part of `Texts`. */
export interface PolicyTexts {}
