import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NamedStatus, StatusAsked } from '../../../electron/shared/statuses.ts';
import { askedAmong, statusOptions } from './status-options.ts';

interface StatusesSelectProps {
  readonly label: string;
  /** The label is said and not shown. */
  readonly small?: boolean;
  readonly className?: string;
  readonly placeholder?: string;
  readonly named: readonly NamedStatus[];
  readonly asked: readonly StatusAsked[];
  readonly change: (asked: StatusAsked[]) => void;
}

/** Several statuses that may be meant: whole categories, or what the client calls one within them. */
export function StatusesSelect(props: StatusesSelectProps) {
  const { label, small = false, className = '', placeholder = '', named, asked, change } = props;
  const { t } = useTranslation('inbox');
  const options = statusOptions(named, { wordOf: (category) => t(`status.${category}`), chosen: asked });
  return (
    <MultiSelect
      {...(small ? { 'aria-label': label, size: 'xs' } : { label })}
      className={className}
      placeholder={asked.length > 0 ? '' : placeholder}
      value={[...asked]}
      data={options.map(({ value, label: text }) => ({ value, label: text }))}
      onChange={(values) => change(askedAmong(values, { options, asked }))}
    />
  );
}
