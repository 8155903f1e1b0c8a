import { conversations } from './0001-conversations.ts';
import { outbox } from './0002-outbox.ts';
import { voice } from './0003-voice.ts';
import { quality } from './0004-quality.ts';
import { snoozes } from './0005-snoozes.ts';
import { templateLibrary } from './0006-template-library.ts';
import { dayNotes } from './0007-day-notes.ts';
import { sendLater } from './0008-send-later.ts';
import { bounces } from './0009-bounces.ts';
import { serviceLevels } from './0010-service-levels.ts';
import { sending } from './0011-sending.ts';

export const clientMigrations = [
  conversations,
  outbox,
  voice,
  quality,
  snoozes,
  templateLibrary,
  dayNotes,
  sendLater,
  bounces,
  serviceLevels,
  sending,
] as const;
