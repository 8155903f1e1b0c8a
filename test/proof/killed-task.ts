/** What a killed core is in the middle of. */
export const killedKinds = ['sync', 'send', 'undo', 'bulk'] as const;
export type KilledKind = (typeof killedKinds)[number];

/** What the program does in one life: sets the workspace up, works until it is killed, or ends all that is unfinished. */
export interface KilledTask {
  readonly kind: KilledKind;
  readonly act: 'prepare' | 'work' | 'settle';
  readonly data: string;
  /** What the keychain keeps; it outlives the program. */
  readonly secrets: readonly (readonly [string, string])[];
  readonly mail: {
    readonly imapPort: number;
    readonly smtpPort: number;
    readonly user: string;
    readonly secret: string;
  };
  /** Names the words of this life; no other life uses it. */
  readonly round: number;
  /** How many messages the server holds, so that the program knows when it has seen all of them. */
  readonly onServer: number;
}

/** A reply as the store knows it in the end. */
export interface SettledReply {
  readonly text: string;
  readonly state: string;
  readonly filing: string;
  readonly messageId: string;
  /** Messages and facts of it in the conversation. */
  readonly messages: number;
  readonly facts: number;
  /** Its words stand in the draft again. */
  readonly drafted: boolean;
}

/** A bulk action as the store knows it in the end: what of it stands in how many conversations. */
export interface SettledBatch {
  readonly round: number;
  readonly state: string;
  readonly total: number;
  readonly notes: readonly number[];
  readonly tagged: number;
}

export interface Settled {
  /** Message-IDs of everything that was received or fetched, once for each time it stands there. */
  readonly messageIds: readonly string[];
  readonly replies: readonly SettledReply[];
  readonly batches: readonly SettledBatch[];
  /** What every page of the store says of itself. */
  readonly integrity: string;
}
