import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ServerAddress } from '../../../electron/shared/channels.ts';
import classes from './clients.module.css';

interface ServerFieldsProps {
  readonly label: string;
  readonly value?: ServerAddress;
  readonly onChange?: (server: ServerAddress) => void;
}

const modes = ['tls', 'starttls', 'none'] as const;
const empty: ServerAddress = { host: '', port: 993, tls: 'tls' };

/** Host, port and encryption of one server. */
export function ServerFields({ label, value = empty, onChange }: ServerFieldsProps) {
  const { t } = useTranslation('clients');
  const change = (part: Partial<ServerAddress>) => onChange?.({ ...value, ...part });
  return (
    <div className={classes['server']} role="group" aria-label={label}>
      <TextInput
        label={label}
        required
        dir="ltr"
        value={value.host}
        onChange={(event) => change({ host: event.currentTarget.value })}
      />
      <NumberInput
        label={t('port')}
        hideControls
        dir="ltr"
        min={1}
        max={65_535}
        value={value.port}
        onChange={(port) => change({ port: Number(port) })}
      />
      <Select
        label={t('encryption')}
        allowDeselect={false}
        data={modes.map((mode) => ({ value: mode, label: t(`tls.${mode}`) }))}
        value={value.tls}
        onChange={(tls) => change({ tls: modes.find((mode) => mode === tls) ?? 'tls' })}
      />
    </div>
  );
}
