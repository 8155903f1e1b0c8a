import { ActionIcon, Button, FileButton, Menu, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './composer.module.css';
import type { ThenStatus } from './use-send.tsx';

const others = ['resolved', 'open'] as const satisfies readonly ThenStatus[];

interface SendRowProps {
  readonly client: Client;
  readonly busy: boolean;
  readonly attach: (files: readonly File[]) => void;
  readonly openTemplates: () => void;
  readonly send: (then: ThenStatus) => void;
  /** Asks when. */
  readonly sendLater: () => void;
  /** The voice count stands beside the button. */
  readonly children: ReactNode;
}

/** Template, files, what the voice guide says, and the button that names the brand. */
export function SendRow(props: SendRowProps) {
  const { client, busy, attach, openTemplates, send, sendLater, children } = props;
  const { t } = useTranslation('inbox');
  return (
    <div className={classes['row']}>
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="template" size={14} />}
        onClick={openTemplates}
      >
        {t('template.button')}
      </Button>
      <FileButton multiple onChange={attach}>
        {(button) => (
          <Tooltip label={t('attachment.button')}>
            <ActionIcon variant="default" size={30} aria-label={t('attachment.button')} {...button}>
              <Icon name="clip" size={14} />
            </ActionIcon>
          </Tooltip>
        )}
      </FileButton>
      <span className={classes['grow']} />
      {children}
      <Button.Group>
        <Button
          className={classes['send'] ?? ''}
          size="xs"
          leftSection={<ClientMark client={client} named />}
          loading={busy}
          onClick={() => send('waiting')}
        >
          {t('composer.send', { name: client.name })}
        </Button>
        <Menu position="top-end" width={260}>
          <Menu.Target>
            <ActionIcon
              className={classes['sendMore'] ?? ''}
              size={30}
              aria-label={t('composer.sendMore')}
              disabled={busy}
            >
              <Icon name="down" size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((then) => (
              <Menu.Item key={then} onClick={() => send(then)}>
                {t(`composer.then.${then}`, { name: client.name })}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item leftSection={<Icon name="clock" size={14} />} onClick={sendLater}>
              {t('composer.sendLater')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </div>
  );
}
