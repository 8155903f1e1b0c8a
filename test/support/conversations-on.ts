import { createCalendars, type Calendars } from '../../electron/core/features/calendars/service.ts';
import type { AttachmentReader } from '../../electron/core/features/conversations/reading/attachments.ts';
import {
  createConversations,
  type Conversations,
} from '../../electron/core/features/conversations/service.ts';
import {
  createServiceLevels,
  type ServiceLevelsOf,
} from '../../electron/core/features/service-levels/service.ts';
import type { Changes } from '../../electron/core/changes.ts';
import type { Clock } from '../../electron/core/ports.ts';

/** The conversations noun with the nouns it asks, for a desk without the rest of the core. */
export function conversationsOn(ports: {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly parsePool: AttachmentReader;
}): {
  readonly calendars: Calendars;
  readonly serviceLevels: ServiceLevelsOf;
  readonly conversations: Conversations;
} {
  const { clock, changes, parsePool } = ports;
  const calendars = createCalendars({ clock, changes });
  const serviceLevels = createServiceLevels({ clock, changes, calendars });
  return {
    calendars,
    serviceLevels,
    conversations: createConversations({ clock, changes, calendars, serviceLevels, parsePool }),
  };
}
