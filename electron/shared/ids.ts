import { z } from 'zod';

/** Every id is a UUIDv7 string; the brand keeps a contact's id from standing where a client's belongs. */
export const ClientId = z.uuid().brand<'ClientId'>();
export type ClientId = z.infer<typeof ClientId>;
export const OperatorId = z.uuid().brand<'OperatorId'>();
export type OperatorId = z.infer<typeof OperatorId>;
export const ChannelId = z.uuid().brand<'ChannelId'>();
export type ChannelId = z.infer<typeof ChannelId>;
export const ContactId = z.uuid().brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;
export const ConversationId = z.uuid().brand<'ConversationId'>();
export type ConversationId = z.infer<typeof ConversationId>;
export const SegmentId = z.uuid().brand<'SegmentId'>();
export type SegmentId = z.infer<typeof SegmentId>;
export const MessageId = z.uuid().brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;
export const AttachmentId = z.uuid().brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof AttachmentId>;
export const OutboxId = z.uuid().brand<'OutboxId'>();
export type OutboxId = z.infer<typeof OutboxId>;
export const TemplateId = z.uuid().brand<'TemplateId'>();
export type TemplateId = z.infer<typeof TemplateId>;
export const ScorecardId = z.uuid().brand<'ScorecardId'>();
export type ScorecardId = z.infer<typeof ScorecardId>;
export const SampleId = z.uuid().brand<'SampleId'>();
export type SampleId = z.infer<typeof SampleId>;
export const ReviewId = z.uuid().brand<'ReviewId'>();
export type ReviewId = z.infer<typeof ReviewId>;
