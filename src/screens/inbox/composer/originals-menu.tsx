import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';

interface OriginalsMenuProps {
  readonly at: ConversationRef;
  readonly attached: readonly OutgoingAttachment[];
  readonly add: (file: OutgoingAttachment) => void;
}

/** Files that came in this conversation and are not with what is written yet. */
export function OriginalsMenu({ at, attached, add }: OriginalsMenuProps) {
  const { t } = useTranslation('composing');
  const formats = useFormats();
  const trpc = useTRPC();
  const say = useFailureText();
  const { data: originals = [] } = useQuery(trpc.outbox.originals.queryOptions(at));
  const carry = useMutation(
    trpc.outbox.carry.mutationOptions({
      onSuccess: add,
      onError: (error) => notifications.show({ color: 'red', message: say(failureOf(error)) }),
    }),
  );
  const left = originals.filter(
    ({ name, size }) => !attached.some((file) => file.name === name && file.size === size),
  );
  if (left.length === 0) return null;
  return (
    <Menu position="top-start" width={320}>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<Icon name="clip" size={12} />}
          loading={carry.isPending}
        >
          {t('file.originals')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {left.map(({ id, name, size, dangerous }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon name={dangerous ? 'warning' : 'clip'} size={14} />}
            rightSection={formats.size(size)}
            aria-label={t('file.carry', { name })}
            onClick={() => carry.mutate({ ...at, attachmentId: id })}
          >
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
