import { ActionIcon, Button, FileButton, Menu, Tooltip } from '@mantine/core';
import { memo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { OutgoingKind } from '../../../../electron/shared/composing.ts';
import type { StatusId } from '../../../../electron/shared/ids.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './composer.module.css';
import type { ComposerWords } from './use-composer-words.ts';
import { useStatuses } from '../../../rpc/use-statuses.ts';
import type { ThenStatus } from './use-send.tsx';
import { useSteady } from './use-steady.ts';

const others = {
  reply: ['resolved', 'open'],
  forward: ['resolved'],
} as const satisfies Record<OutgoingKind, readonly ThenStatus[]>;

/** A forward answers nobody: it can end the conversation and leaves it else as it is. */
const named = {
  reply: ['waiting', 'open', 'on-hold', 'resolved'],
  forward: ['resolved'],
} as const satisfies Record<OutgoingKind, readonly ThenStatus[]>;

interface SendRowProps {
  readonly client: Client;
  readonly words: ComposerWords;
  /** A forward leaves the conversation as it is, unless it is resolved with it. */
  readonly kind: OutgoingKind;
  readonly busy: boolean;
  readonly attach: (files: readonly File[]) => void;
  readonly openTemplates: () => void;
  readonly send: (then: ThenStatus, statusId?: StatusId) => void;
  /** Asks when. */
  readonly sendLater: () => void;
  /** The voice count stands beside the button. */
  readonly children: ReactNode;
}

/** Template, files, what the voice guide says, and the button that names the brand. */
export function SendRow(props: SendRowProps) {
  const { client, words, kind, busy, children } = props;
  const attach = useSteady(props.attach);
  const openTemplates = useSteady(props.openTemplates);
  const send = useSteady(props.send);
  const sendLater = useSteady(props.sendLater);
  return (
    <div className={classes['row']}>
      <TextTools attach={attach} openTemplates={openTemplates} />
      <span className={classes['grow']} />
      {children}
      <SendButtons client={client} words={words} kind={kind} busy={busy} send={send} sendLater={sendLater} />
    </div>
  );
}

/** None of these changes while somebody types. */
const TextTools = memo(function TextTools(props: Pick<SendRowProps, 'attach' | 'openTemplates'>) {
  const { attach, openTemplates } = props;
  const { t } = useTranslation('inbox');
  const files = useRef<HTMLButtonElement>(null);
  useCommands([
    { id: 'templates', group: 'reply', label: t('template.button'), run: openTemplates },
    { id: 'attach', group: 'reply', label: t('attachment.button'), run: () => files.current?.click() },
  ]);
  return (
    <>
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
            <ActionIcon
              ref={files}
              variant="default"
              size={30}
              aria-label={t('attachment.button')}
              {...button}
            >
              <Icon name="clip" size={14} />
            </ActionIcon>
          </Tooltip>
        )}
      </FileButton>
    </>
  );
});

const SendButtons = memo(function SendButtons(
  props: Pick<SendRowProps, 'client' | 'words' | 'kind' | 'busy' | 'send' | 'sendLater'>,
) {
  const { client, words, kind, busy, send, sendLater } = props;
  const { t } = useTranslation('inbox');
  useCommands([{ id: 'send-later', group: 'reply', label: t('composer.sendLater'), run: sendLater }]);
  return (
    <Button.Group>
      <Button
        classNames={{ root: classes['send'] ?? '', label: classes['sendLabel'] ?? '' }}
        size="xs"
        leftSection={<ClientMark client={client} named />}
        loading={busy}
        onClick={() => send('waiting')}
      >
        {words.send}
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
          {others[kind].map((then) => (
            <Menu.Item key={then} onClick={() => send(then)}>
              {then === 'resolved' ? words.sendAndResolve : t('composer.then.open', { name: client.name })}
            </Menu.Item>
          ))}
          <NamedSends client={client} kind={kind} send={send} />
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="clock" size={14} />} onClick={sendLater}>
            {t('composer.sendLater')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
});

/** Where the client has names for it, the conversation goes into one of these as the reply leaves. */
function NamedSends({ client, kind, send }: Pick<SendRowProps, 'client' | 'kind' | 'send'>) {
  const { t } = useTranslation('inbox');
  return useStatuses(client.id).map(({ id, name, category, retired }) => {
    const then = named[kind].find((each) => each === category);
    if (!then || retired) return null;
    return (
      <Menu.Item key={id} onClick={() => send(then, id)}>
        {t('composer.then.named', { name: client.name, status: `\u2068${name}\u2069` })}
      </Menu.Item>
    );
  });
}
