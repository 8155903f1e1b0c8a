import type { AttachmentId } from '../../../shared/ids.ts';
import type { Flag } from './column-types.ts';

/** The words of files, and how far they were read. */
export interface AttachmentTables {
  attachment_texts: {
    /** Of the message, times 256, plus the part. */
    seq: number;
    attachment_id: AttachmentId;
    name: string;
    text: string;
    /** Whether its message is found by its words already. */
    found: Flag;
  };
  attachment_reading: { one: 1; read_up_to: number; tries: number };
}
