/** Who we are on Telegram. */
export interface Self {
  id: number;
  username: string;
}
