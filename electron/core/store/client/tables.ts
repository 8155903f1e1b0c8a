import type { Generated } from 'kysely';
import type { ChannelKind } from '../../../shared/channels.ts';
import type { DraftKind, OutgoingKind } from '../../../shared/composing.ts';
import type { ConversationStatus } from '../../../shared/conversations.ts';
import type { EventType } from '../../../shared/events.ts';
import type {
  AttachmentId,
  ChannelId,
  ContactId,
  ConversationId,
  MessageId,
  OperatorId,
  OutboxId,
  SegmentId,
  StatusId,
  TemplateId,
} from '../../../shared/ids.ts';
import type { OutboxItem, OutboxPhase, OutboxState } from '../../../shared/outbox.ts';
import type { AttachmentTables } from './attachment-tables.ts';
import type { AutomationTables } from './automation-tables.ts';
import type { Flag, Json } from './column-types.ts';
import type { ContactTables } from './contact-tables.ts';
import type { ComposingTables } from './composing-tables.ts';
import type { CorrectionTables } from './correction-tables.ts';
import type { PeopleTables } from './people-tables.ts';
import type { QualityTables } from './quality-tables.ts';
import type { TemplateTables } from './template-tables.ts';
import type { VoiceTables } from './voice-tables.ts';

/** `client.db`. Times are UTC epoch milliseconds. */
export interface ClientTables
  extends
    AttachmentTables,
    AutomationTables,
    TemplateTables,
    QualityTables,
    ComposingTables,
    CorrectionTables,
    PeopleTables,
    ContactTables,
    VoiceTables {
  channels: {
    id: ChannelId;
    kind: ChannelKind;
    name: string;
    identities: Json;
    settings: Json;
    /** How far the connector has read; its own format. */
    cursor: Json | null;
    last_fetched_at: number | null;
    last_sent_at: number | null;
    /** Of an access token that says so. */
    credential_expires_at: number | null;
    created_at: number;
  };
  secrets: { channel_id: ChannelId; field: string; sealed: Uint8Array };
  contacts: { id: ContactId; name: string; language: string | null; created_at: number };
  identities: {
    kind: 'email';
    address: string;
    /** The person as things stand. */
    contact_id: ContactId;
    /** The contact it belongs to by itself; null: the same. */
    origin_id: Generated<ContactId | null>;
  };
  conversations: {
    id: ConversationId;
    /** The person as things stand. */
    contact_id: ContactId;
    /** The contact who wrote; null: the same. */
    origin_id: Generated<ContactId | null>;
    channel_id: ChannelId;
    subject: string;
    /** The category of its status, which all rules and figures go by. */
    status: ConversationStatus;
    /** Its name within the category; null: the plain one. */
    status_id: Generated<StatusId | null>;
    assignee_id: OperatorId | null;
    /** The current or last segment. */
    segment_id: SegmentId;
    preview: string;
    message_count: number;
    has_attachments: Flag;
    /** The oldest customer message nobody has answered. */
    waiting_since: number | null;
    last_message_at: number;
    created_at: number;
  };
  conversation_tags: {
    conversation_id: ConversationId;
    tag: string;
    /** The conversation's, copied by triggers: a list by tag is in this order. */
    last_message_at: Generated<number>;
  };
  messages: {
    seq: number;
    id: MessageId;
    conversation_id: ConversationId;
    channel_id: ChannelId;
    kind: 'inbound' | 'outbound' | 'note';
    operator_id: OperatorId | null;
    from_name: string;
    from_address: string;
    /** `{ to: Participant[], cc: Participant[] }` */
    recipients: Json;
    /** Names and addresses as one text, for search. */
    people: string;
    subject: string;
    /** The subject without reply marks, case and spaces; empty where it says too little to thread by. */
    subject_key: string;
    body: string;
    quote: string;
    has_html: Flag;
    automatic: Flag;
    unreadable: Flag;
    /** Without angle brackets. */
    internet_message_id: string | null;
    dedup_key: string;
    sent_at: number;
  };
  message_references: { message_seq: number; internet_message_id: string };
  message_html: { message_seq: number; html: string };
  message_sources: {
    message_seq: number;
    sha256: string;
    size: number;
    /** What was kept before `mail_files`: here, or alone in a file. */
    bytes: Uint8Array | null;
    /** Of the attachment folder. */
    file: string | null;
    /** Where they begin in it, among those of other messages; null: they are all of it. */
    place: number | null;
  };
  mail_files: { number: number; length: number };
  server_copies: {
    channel_id: ChannelId;
    mailbox: string;
    uid_validity: string;
    uid: number;
    message_seq: number;
    removed: Generated<Flag>;
  };
  attachments: {
    id: AttachmentId;
    message_seq: number;
    /** Position among the attachments of the parsed source. */
    part: number;
    name: string;
    type: string;
    size: number;
    content_id: string | null;
    inline: Flag;
  };
  bounces: {
    /** The delivery report. */
    report_seq: number;
    /** Of the message that came back, without angle brackets. */
    internet_message_id: string;
    /** `FailedRecipient[]` */
    failed: Json;
  };
  events: {
    seq: Generated<number>;
    id: string;
    at: number;
    conversation_id: ConversationId;
    segment_id: SegmentId;
    type: EventType;
    actor_kind: 'operator' | 'customer' | 'system';
    actor_id: OperatorId | null;
    data: Json;
    calendar_version: number;
  };
  calendars: {
    version: number;
    effective_from: number;
    time_zone: string;
    weekly_hours: Json;
    /** Array of `{ day: 'YYYY-MM-DD', name, intervals }`. */
    holidays: Json;
  };
  drafts: {
    conversation_id: ConversationId;
    kind: DraftKind;
    /** Null: a rule has filled it. */
    operator_id: OperatorId | null;
    identity: Json;
    recipients: Json;
    subject: string;
    text: string;
    template_id: TemplateId | null;
    attachment_ids: Json;
    /** `Manner` */
    manner: Json;
    revision: number;
    saved_at: number;
  };
  outbox: {
    /** Order of sending: a counter, not a clock. */
    seq: Generated<number>;
    id: OutboxId;
    conversation_id: ConversationId;
    channel_id: ChannelId;
    operator_id: OperatorId;
    kind: OutgoingKind;
    draft_revision: number;
    identity: Json;
    recipients: Json;
    subject: string;
    text: string;
    template_id: TemplateId | null;
    attachment_ids: Json;
    manner: Json;
    /** As they leave, below the text. */
    signature: string;
    quote: string;
    then_status: ConversationStatus;
    then_status_id: Generated<StatusId | null>;
    /** Without angle brackets. */
    internet_message_id: string;
    bytes: Uint8Array;
    sha256: string;
    state: OutboxState;
    phase: OutboxPhase | null;
    attempts: number;
    /** The time a person chose; null: as soon as it can't be taken back. */
    send_at: Generated<number | null>;
    not_before: number;
    error: Json | null;
    /** How often evidence was looked for since the item became `unknown`. */
    looks: Generated<number>;
    /** Its text is back in the conversation's draft, so a new reply takes its place. */
    restored: Generated<Flag>;
    filing: OutboxItem['filing'];
    filing_attempts: number;
    filing_not_before: number;
    created_at: number;
  };
  outgoing_attachments: {
    id: AttachmentId;
    conversation_id: ConversationId;
    name: string;
    type: string;
    size: number;
    file: string;
    created_at: number;
  };
  day_notes: {
    seq: Generated<number>;
    text: string;
    expires_at: number;
    operator_id: OperatorId | null;
    written_at: number;
  };
  service_levels: {
    version: number;
    effective_from: number;
    first_response: number | null;
    next_response: number | null;
    resolution: number | null;
  };
  snoozes: { conversation_id: ConversationId; until: number | null };
}
