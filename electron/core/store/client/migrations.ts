import { conversations } from './0001-conversations.ts';
import { outbox } from './0002-outbox.ts';
import { voice } from './0003-voice.ts';
import { quality } from './0004-quality.ts';

export const clientMigrations = [conversations, outbox, voice, quality] as const;
