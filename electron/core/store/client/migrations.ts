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
import { corrections } from './0012-corrections.ts';
import { composing } from './0013-composing.ts';
import { attachmentTexts } from './0014-attachment-texts.ts';
import { standing } from './0015-standing.ts';
import { people } from './0016-people.ts';
import { automation } from './0017-automation.ts';
import { contacts } from './0018-contacts.ts';
import { voiceGuides } from './0019-voice-guides.ts';
import { statuses } from './0020-statuses.ts';
import { wordsTogether } from './0021-words-together.ts';
import { ruleReplies } from './0022-rule-replies.ts';
import { eventSizes } from './0023-event-sizes.ts';
import { assigned } from './0024-assigned.ts';
import { takenBack } from './0025-taken-back.ts';
import { covering } from './0026-covering.ts';
import { mailFiles } from './0027-mail-files.ts';

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
  corrections,
  composing,
  attachmentTexts,
  standing,
  people,
  automation,
  contacts,
  voiceGuides,
  statuses,
  wordsTogether,
  ruleReplies,
  eventSizes,
  assigned,
  takenBack,
  covering,
  mailFiles,
] as const;
