import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../electron/shared/conversations.ts';
import type { Client } from '../../../../electron/shared/clients.ts';
import { AfterPaint } from '../../../components/after-paint/after-paint.tsx';
import { partAhead } from '../../../components/part/part.tsx';
import { MailFrame } from '../mail-frame/mail-frame.tsx';
import classes from './message-card.module.css';
import { PlainText } from './plain-text.tsx';

const ForwardButton = partAhead(async () => (await import('../forward/forward-button.tsx')).ForwardButton);
const MessageCopies = partAhead(async () => (await import('../reading/copies-menu.tsx')).MessageCopies);

interface MessageBodyProps {
  readonly message: Message;
  readonly client: Client;
}

/**
 * The words at once as text; the mail's own look takes their place where it says more than the words do. Quotes are
 * folded.
 */
export function MessageBody({ message, client }: MessageBodyProps) {
  const { t } = useTranslation('inbox');
  const [quoted, setQuoted] = useState(false);
  const [plain, setPlain] = useState(false);
  const text = (
    <>
      <PlainText text={message.text} />
      {quoted && (
        <div className={classes['quote']}>
          <PlainText text={message.quotedText} />
        </div>
      )}
      {message.quotedText !== '' && (
        <div className={classes['tools']}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setQuoted(!quoted)}
            aria-expanded={quoted}
          >
            {t(quoted ? 'message.hideQuote' : 'message.showQuote')}
          </Button>
        </div>
      )}
    </>
  );
  return (
    <>
      {message.hasHtml && !plain ? <MailFrame clientId={client.id} message={message} instead={text} /> : text}
      <div className={classes['tools']}>
        {message.hasHtml && (
          <Button size="compact-xs" variant="subtle" onClick={() => setPlain(!plain)} aria-pressed={plain}>
            {t(plain ? 'message.asSent' : 'message.asText')}
          </Button>
        )}
        <AfterPaint>
          <Suspense>
            <MessageCopies message={message} client={client} />
          </Suspense>
          {message.kind !== 'note' && (
            <Suspense>
              <ForwardButton messageId={message.id} />
            </Suspense>
          )}
        </AfterPaint>
      </div>
    </>
  );
}
