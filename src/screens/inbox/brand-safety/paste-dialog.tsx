import { Button, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import classes from './paste-dialog.module.css';
import type { GuardedPaste } from './use-guarded-paste.ts';

/** Asks what is to become of a text that comes from another client. */
export function PasteDialog({ client, paste }: { readonly client: Client; readonly paste: GuardedPaste }) {
  const { t } = useTranslation('brands');
  return (
    <Modal
      opened={paste.held !== null}
      onClose={paste.cancel}
      title={t('paste.title')}
      closeButtonProps={{ 'aria-label': t('paste.cancel') }}
      size={440}
    >
      <div className={classes['text']}>
        <ClientMark client={client} named />
        <Text>{t('paste.text', { name: client.name })}</Text>
      </div>
      {paste.failed && (
        <Text className={classes['failed'] ?? ''} role="alert">
          {t('paste.failed')}
        </Text>
      )}
      <div className={classes['actions']}>
        <Button size="xs" variant="default" onClick={paste.cancel}>
          {t('paste.cancel')}
        </Button>
        <Button size="xs" data-autofocus onClick={() => void paste.strip()}>
          {t('paste.strip')}
        </Button>
      </div>
    </Modal>
  );
}
