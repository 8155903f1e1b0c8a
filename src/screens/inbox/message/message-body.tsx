import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { MailFrame } from '../mail-frame/mail-frame.tsx';
import classes from './message-card.module.css';
import { PlainText } from './plain-text.tsx';

interface MessageBodyProps {
  readonly message: Message;
  readonly clientId: ClientId;
}

/**
 * The words at once as text; the mail's own look takes their place where it says more than the words do. Quotes are
 * folded.
 */
export function MessageBody({ message, clientId }: MessageBodyProps) {
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
    </>
  );
  return (
    <>
      {message.hasHtml && !plain ? <MailFrame clientId={clientId} message={message} instead={text} /> : text}
      <div className={classes['tools']}>
        {message.quotedText !== '' && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setQuoted(!quoted)}
            aria-expanded={quoted}
          >
            {t(quoted ? 'message.hideQuote' : 'message.showQuote')}
          </Button>
        )}
        {message.hasHtml && (
          <Button size="compact-xs" variant="subtle" onClick={() => setPlain(!plain)} aria-pressed={plain}>
            {t(plain ? 'message.asSent' : 'message.asText')}
          </Button>
        )}
      </div>
    </>
  );
}
