import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identity } from '../../../../electron/shared/channels.ts';
import { readAddress, shownAddress } from './addresses.ts';

interface RecipientsFieldProps {
  readonly label: string;
  readonly value: readonly Identity[];
  readonly onChange: (value: readonly Identity[]) => void;
  /** In a dialog: the field to begin with. */
  readonly autoFocus?: boolean;
  /** What is wrong with the whole list. */
  readonly error?: string | null;
}

/** Addresses as tags; what is no address is not taken, and says so. */
export function RecipientsField(props: RecipientsFieldProps) {
  const { label, value, onChange, autoFocus = false, error = null } = props;
  const { t } = useTranslation('inbox');
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <TagsInput
      size="xs"
      label={label}
      value={value.map(shownAddress)}
      splitChars={[',', ';']}
      acceptValueOnBlur
      data-autofocus={autoFocus || undefined}
      error={wrong === null ? error : t('composer.noAddress', { text: wrong })}
      onSearchChange={() => setWrong(null)}
      onChange={(texts) => {
        const read = texts.map((text) => ({ text, identity: readAddress(text) }));
        setWrong(read.find(({ identity }) => identity === null)?.text ?? null);
        onChange(read.map(({ identity }) => identity).filter((identity) => identity !== null));
      }}
    />
  );
}
