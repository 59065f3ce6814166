/** One account of ours on one channel. */
export interface AccountKey {
  channel: string;
  account: string;
}
