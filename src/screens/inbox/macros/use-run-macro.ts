import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Macro } from '../../../../electron/shared/actions.ts';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import type { OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC, useTRPCClient } from '../../../rpc/trpc.ts';
import { showBatches } from '../bulk/use-bulk.tsx';
import { initialContent, savedForm } from '../composer/reply-content.ts';
import { tellMissing } from '../fields/missing.ts';
import type { ConversationRef } from '../inbox-place.ts';

/** Runs a macro as one, with one way back: also for what it put into the reply, unless somebody wrote on. */
export function useRunMacro(at: ConversationRef, onDraftBack: () => void): (macro: Macro) => void {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const rpc = useTRPCClient();
  const cache = useQueryClient();
  const say = useFailureText();

  async function compose() {
    const composer = await rpc.outbox.compose.query(at);
    return { composer, content: initialContent(composer) };
  }

  async function takeUp(): Promise<void> {
    await cache.invalidateQueries(trpc.outbox.compose.queryFilter(at));
    onDraftBack();
  }

  /** Below what stands in the reply already; gives the way back. */
  async function insert(templateIds: readonly TemplateId[]): Promise<() => Promise<void>> {
    const before = await compose();
    const texts = before.content.text.trim() === '' ? [] : [before.content.text];
    const attachments: OutgoingAttachment[] = [...before.content.attachments];
    for (const templateId of templateIds) {
      const inserted = await rpc.templates.insert.mutate({ ...at, templateId });
      texts.push(inserted.text);
      attachments.push(...inserted.attachments);
    }
    const text = texts.join('\n\n');
    const templateId = before.content.templateId ?? templateIds[0] ?? null;
    const content = { ...before.content, text, templateId, attachments };
    await rpc.outbox.saveDraft.mutate(savedForm(content, before.composer));
    await takeUp();
    return async () => {
      const now = await compose();
      if (now.content.text !== text) return;
      if (before.composer.draft)
        await rpc.outbox.saveDraft.mutate(savedForm(before.content, before.composer));
      else await rpc.outbox.discardDraft.mutate(at);
      await takeUp();
    };
  }

  function refused(error: unknown): void {
    const failure = failureOf(error);
    notifications.show({ color: 'red', message: say(failure) });
    tellMissing(failure);
  }

  /** What was done can be taken back even where the reply could not be written. */
  async function run(macro: Macro): Promise<void> {
    const { batchId, templates } = await rpc.macros.run.mutate({ ...at, macroId: macro.id });
    const putBack = templates.length === 0 ? null : await insert(templates).catch(refused);
    showBatches([{ clientId: at.clientId, batchId }], {
      title: t('macros.done', { name: macro.name }),
      ...(putBack ? { onUndone: () => void putBack().catch(refused) } : {}),
    });
  }
  return (macro) => void run(macro).catch(refused);
}
