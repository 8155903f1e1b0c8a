import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import classes from './new-message.module.css';

interface ClientChoiceProps {
  readonly clients: readonly Client[];
  readonly chosen: Client | null;
  readonly choose: (client: Client | null) => void;
  readonly error: string | null;
}

/** Whose message it will be: by mark, colour and name, and chosen for nobody who stands in the blended queue. */
export function ClientChoice({ clients, chosen, choose, error }: ClientChoiceProps) {
  const { t } = useTranslation('inbox');
  const find = (id: string | null) => clients.find((client) => client.id === id) ?? null;
  return (
    <Select
      size="xs"
      label={t('newMessage.client')}
      placeholder={t('newMessage.whichClient')}
      data={clients.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen?.id ?? null}
      allowDeselect={false}
      data-autofocus={chosen === null || undefined}
      leftSection={chosen && <ClientMark client={chosen} named />}
      leftSectionWidth={chosen ? 40 : 0}
      error={error}
      onChange={(id) => choose(find(id))}
      renderOption={({ option }) => {
        const client = find(option.value);
        return (
          <span className={classes['option']}>
            {client && <ClientMark client={client} named />}
            {option.label}
          </span>
        );
      }}
    />
  );
}
