import { z } from 'zod';
import { Locale } from './clients.ts';
import { ClientId, ConversationId, TemplateId } from './ids.ts';
import type { Instant } from './time.ts';

export const TemplateBody = z.object({
  name: z.string().trim().min(1).max(120),
  /** Typed after a slash in the composer. */
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u),
  locale: Locale,
  /** Liquid, restricted to the house's tags, filters and roots. */
  source: z.string().min(1).max(50_000),
});
export type TemplateBody = z.infer<typeof TemplateBody>;

export interface Template extends TemplateBody {
  readonly id: TemplateId;
  readonly version: number;
  readonly updatedAt: Instant;
}

export const RenderTemplate = z.object({
  clientId: ClientId,
  templateId: TemplateId,
  conversationId: ConversationId,
});

export interface RenderedTemplate {
  readonly text: string;
  /** Variables that had no value: each left a `[name]` placeholder that blocks sending until it is filled. */
  readonly unfilled: readonly string[];
}

/** A placeholder that an operator must fill: `[order.number]`. */
export const placeholderPattern = /\[([a-z]+(?:\.[a-z_]+)+)\]/g;
