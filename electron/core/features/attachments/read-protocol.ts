import type { Invitation } from '../../../shared/attachments.ts';
import type { TextKind } from './kind-rules.ts';

/** A file with the name it gets in an archive. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What goes to the reading thread; every task knows what comes back of it. */
export type ReadTask =
  | { readonly kind: 'text'; readonly as: TextKind; readonly bytes: Uint8Array }
  | { readonly kind: 'inside'; readonly bytes: Uint8Array }
  | { readonly kind: 'invitation'; readonly bytes: Uint8Array }
  | { readonly kind: 'pack'; readonly files: readonly PackedFile[] };

export interface Inside {
  /** Names of the files in an archive; empty where it is none. */
  readonly names: readonly string[];
  readonly macros: boolean;
  readonly locked: boolean;
}

export interface ReadAnswers {
  readonly text: string;
  readonly inside: Inside;
  readonly invitation: Invitation | null;
  readonly pack: Uint8Array;
}

export type ReadAnswer = ReadAnswers[keyof ReadAnswers];

/** What comes back; null: it can't be read. */
export interface ReadReply {
  readonly id: number;
  readonly answer: ReadAnswer | null;
}
