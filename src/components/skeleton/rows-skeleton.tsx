import { Skeleton } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import classes from './rows-skeleton.module.css';

/** Nothing for what is quick; the shape of what comes for what is not. */
const patienceMilliseconds = 300;

interface RowsSkeletonProps {
  readonly rows: number;
  /** Pixels. */
  readonly height: number;
}

export function RowsSkeleton({ rows, height }: RowsSkeletonProps) {
  const [late, setLate] = useState(false);
  useTimeout(() => setLate(true), patienceMilliseconds, { autoInvoke: true });
  if (!late) return null;
  return (
    <div className={classes['rows']} aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height - 16} radius="md" />
      ))}
    </div>
  );
}
