import { Button, NativeSelect, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelKind } from '../../../../electron/shared/channels.ts';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { TemplateBody, TemplateVariant } from '../../../../electron/shared/templates.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { languageName } from '../../../i18n/language-name.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useChannelNames } from './channel-names.ts';
import { hasText } from './template-body.ts';
import classes from './templates.module.css';

interface AddVariantProps {
  readonly client: Client;
  readonly body: TemplateBody;
  readonly onAdd: (variant: TemplateVariant) => void;
}

/** A text for another language or channel; it begins as the main text. */
export function AddVariant({ client, body, onAdd }: AddVariantProps) {
  const { t, i18n } = useTranslation('templates');
  const { t: voice } = useTranslation('voice');
  const trpc = useTRPC();
  const channelName = useChannelNames();
  const { data: channels = [] } = useQuery(trpc.channels.list.queryOptions({ clientId: client.id }));
  const kinds = [
    ...new Set(channels.filter(({ manifest }) => manifest.canSend).map((one) => one.settings.kind)),
  ];
  const [open, setOpen] = useState(false);
  const [locale, setLocale] = useState(client.languages[1] ?? client.languages[0] ?? 'en');
  const [channel, setChannel] = useState<ChannelKind | null>(null);
  const taken = hasText(body, { locale, channel });
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={260} trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setOpen(!open)}
        >
          {t('variants.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['addText'] ?? ''}>
        <NativeSelect
          label={voice('language')}
          data={client.languages.map((each) => ({ value: each, label: languageName(each, i18n.language) }))}
          value={locale}
          onChange={(event) => setLocale(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('variants.channel')}
          data={[
            { value: '', label: channelName(null) },
            ...kinds.map((kind) => ({ value: kind, label: channelName(kind) })),
          ]}
          value={channel ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setChannel(kinds.find((kind) => kind === value) ?? null)
          }
        />
        {taken && <p role="status">{t('variants.taken')}</p>}
        <Button
          size="xs"
          disabled={taken}
          onClick={() => {
            setOpen(false);
            onAdd({ locale, channel, source: body.source });
          }}
        >
          {t('variants.add')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
