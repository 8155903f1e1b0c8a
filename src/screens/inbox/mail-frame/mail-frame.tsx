import { Button, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './mail-frame.module.css';
import { frameDocument } from './frame-document.ts';
import { estimateHeight, hasOwnColours, isRich } from './mail-shape.ts';
import type { CleanMail } from './sanitise.ts';
import { useCleanMail } from './use-clean-mail.ts';
import { useFrameAddress } from './use-frame-address.ts';
import { useKeyboardBack } from './use-keyboard-back.ts';
import { useNear } from './use-near.ts';

interface MailFrameProps {
  readonly clientId: ClientId;
  readonly message: Message;
  /** The words, shown until the frame is there, and for good where the frame would say no more. */
  readonly instead: ReactNode;
}

/** Pixels: a short mail needs no more, and a long one scrolls inside its frame unless it is pulled larger. */
const shortest = 72;
const tallest = 640;

/**
 * The mail as it was made, in a frame that can run nothing, ask nothing and reach nothing of ours. One that is far from
 * what is seen stays words until somebody comes near it.
 */
export function MailFrame(props: MailFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNear(place);
  return isNear ? <MailInFrame {...props} /> : <div ref={place}>{props.instead}</div>;
}

function MailInFrame({ clientId, message, instead }: MailFrameProps) {
  const { t } = useTranslation('inbox');
  const { mail, failed, fetchingImages, showImages } = useCleanMail(clientId, message);
  const saysMore = useMemo(() => mail !== null && isRich(mail.body), [mail]);
  if (failed) {
    return (
      <>
        <p className={classes['bar']}>{t('frame.failed')}</p>
        {instead}
      </>
    );
  }
  if (!mail || !saysMore) return instead;
  return (
    <>
      {mail.withheld.length > 0 && (
        <div className={classes['bar']}>
          <Icon name="image" size={14} />
          <span>{t('frame.withheld', { count: mail.withheld.length })}</span>
          <Button size="compact-xs" variant="default" loading={fetchingImages} onClick={showImages}>
            {t('frame.showImages')}
          </Button>
        </div>
      )}
      <Frame clientId={clientId} mail={mail} title={t('frame.title')} instead={instead} />
    </>
  );
}

interface FrameProps {
  readonly clientId: ClientId;
  readonly mail: CleanMail;
  readonly title: string;
  readonly instead: ReactNode;
}

function Frame({ clientId, mail, title, instead }: FrameProps) {
  const { ref, width } = useElementSize();
  const frame = useRef<HTMLIFrameElement>(null);
  useKeyboardBack(frame);
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const ownPaper = useMemo(() => hasOwnColours(mail.body), [mail]);
  const address = useFrameAddress(
    clientId,
    frameDocument({ html: mail.html, dark: theme === 'dark' && !ownPaper }),
  );
  const estimated = useMemo(() => estimateHeight(mail.body, width || 640), [mail, width]);
  const height = Math.min(tallest, Math.max(shortest, estimated + 24));
  return (
    <div ref={ref}>
      {address === null ? (
        instead
      ) : (
        <div className={classes['box']} data-paper={ownPaper || undefined} style={{ height }}>
          <iframe
            ref={frame}
            className={classes['frame']}
            src={address}
            title={title}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
          />
        </div>
      )}
    </div>
  );
}
