import { EmptyState } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly advice: string;
  /** Pixels above it. */
  readonly above?: number;
  /** The one button that helps. */
  readonly children?: ReactNode;
}

/** Stands where nothing else does: why, and what to do next. */
export function Empty({ icon, title, advice, above = 64, children }: EmptyProps) {
  return (
    <EmptyState mt={above} size="sm" icon={<Icon name={icon} size={20} />} title={title} description={advice}>
      {children}
    </EmptyState>
  );
}
