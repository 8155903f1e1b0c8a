import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Conversation, Message } from '../../../../electron/shared/conversations.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useCopies } from './use-copies.ts';

interface MessageCopiesProps {
  readonly message: Message;
  readonly client: Client;
}

/** One message on paper or as a file. */
export function MessageCopies({ message, client }: MessageCopiesProps) {
  const { t } = useTranslation('reading');
  const copying = useCopies({ client, subject: message.subject, messages: [message] });
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="sm" aria-label={t('copy.message')}>
          <Icon name="download" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={copying.print}>{t('copy.print')}</Menu.Item>
        <Menu.Item onClick={copying.pdf}>{t('copy.pdf')}</Menu.Item>
        {message.kind !== 'note' && (
          <Menu.Item onClick={() => copying.mail(message)}>{t('copy.mail')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ConversationCopiesProps {
  readonly conversation: Conversation;
  readonly client: Client;
}

/** The whole conversation on paper or as a PDF, its notes too: whoever gives it away is told. */
export function ConversationCopies({ conversation, client }: ConversationCopiesProps) {
  const { t } = useTranslation('reading');
  const { subject, messages } = conversation;
  const all = useCopies({ client, subject, messages });
  const withoutNotes = useCopies({
    client,
    subject,
    messages: messages.filter((message) => message.kind !== 'note'),
  });
  const hasNotes = messages.some((message) => message.kind === 'note');
  useCommands([
    { id: 'print', group: 'conversation', label: t('copy.printConversation'), run: withoutNotes.print },
    { id: 'save-pdf', group: 'conversation', label: t('copy.pdfConversation'), run: withoutNotes.pdf },
  ]);
  if (messages.length === 0) return null;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('copy.conversation')}>
          <Icon name="download" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={withoutNotes.print}>{t('copy.printConversation')}</Menu.Item>
        <Menu.Item onClick={withoutNotes.pdf}>{t('copy.pdfConversation')}</Menu.Item>
        {hasNotes && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('copy.withNotes')}</Menu.Label>
            <Menu.Item onClick={all.print}>{t('copy.print')}</Menu.Item>
            <Menu.Item onClick={all.pdf}>{t('copy.pdf')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
