import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorShape } from '../../../electron/shared/errors.ts';
import { Icon } from '../icon/icon.tsx';
import classes from './failure-notice.module.css';
import { useFailureText } from './failure-text.ts';

interface FailureNoticeProps {
  readonly failure: ErrorShape;
  /** The one button that helps. */
  readonly retry?: () => void;
  /** It is being tried again. */
  readonly retrying?: boolean;
  /** Centred in all the room there is. */
  readonly fill?: boolean;
}

/** What happened, whether anything was lost, and the one button that helps. */
export function FailureNotice(props: FailureNoticeProps) {
  // Its words may still be on their way; what stands around it stays.
  return (
    <Suspense>
      <Notice {...props} />
    </Suspense>
  );
}

function Notice({ failure, retry, retrying = false, fill = false }: FailureNoticeProps) {
  const { t } = useTranslation();
  const say = useFailureText();
  return (
    <div role="alert" className={classes['notice']} data-fill={fill || undefined}>
      <Icon name="warning" />
      <p>{say(failure)}</p>
      {retry && (
        <Button size="xs" variant="default" loading={retrying} onClick={retry}>
          {t('failure.retry')}
        </Button>
      )}
    </div>
  );
}
