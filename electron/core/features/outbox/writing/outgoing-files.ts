import type { OutgoingAttachment } from '../../../../shared/outbox.ts';
import { isDangerous } from '../../conversations/attachment-rules.ts';
import type { listAttachments } from '../queries.ts';

type KeptFile = ReturnType<typeof listAttachments>[number];

export const presentFile = ({
  id,
  name,
  type,
  size,
}: Pick<KeptFile, 'id' | 'name' | 'type' | 'size'>): OutgoingAttachment => ({
  id,
  name,
  size,
  dangerous: isDangerous({ name, type }),
});
