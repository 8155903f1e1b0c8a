import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../../electron/shared/ids.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useForwarding } from './forwarding.ts';

/** Hands on this one message. */
export function ForwardButton({ messageId }: { readonly messageId: MessageId }) {
  const { t } = useTranslation('composing');
  const forward = useForwarding();
  if (!forward) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<Icon name="forward" size={12} mirrored />}
      aria-label={t('forward.one')}
      onClick={() => forward(messageId)}
    >
      {t('forward.button')}
    </Button>
  );
}
