import type { AttachmentId } from '../../../shared/ids.ts';

/** The words of files, and how far they were read. */
export interface AttachmentTables {
  attachment_texts: {
    /** Of the message, times 256, plus the part. */
    seq: number;
    attachment_id: AttachmentId;
    name: string;
    text: string;
  };
  attachment_reading: { one: 1; read_up_to: number; tries: number };
}
