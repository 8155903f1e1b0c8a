import type { EmailAddress } from 'mailparser';
import type { ReceivedAttachment } from '../../../shared/received.ts';
import type { HeaderFields } from './header-lines.ts';

/** What stands in a message, whoever read it: header fields, people, words and a list of its files. */
export interface MessageWords {
  readonly fields: HeaderFields;
  readonly from: readonly EmailAddress[];
  readonly replyTo: readonly EmailAddress[];
  readonly to: readonly EmailAddress[];
  readonly cc: readonly EmailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly ReceivedAttachment[];
}
