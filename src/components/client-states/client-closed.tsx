import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Client } from '../../../electron/shared/clients.ts';
import { useFailureText } from '../failure/failure-text.ts';
import { Empty } from '../empty/empty.tsx';

interface ClientClosedProps {
  readonly client: Client;
  /** Where it is opened again. */
  readonly href: string;
}

/** In place of what a screen would say of a client that can't be opened now: why, and where that is mended. */
export function ClientClosed(props: ClientClosedProps) {
  return (
    <Suspense>
      <Closed {...props} />
    </Suspense>
  );
}

function Closed({ client, href }: ClientClosedProps) {
  const { t } = useTranslation();
  const say = useFailureText();
  if (client.state.kind === 'ready') return null;
  return (
    <Empty
      icon="warning"
      title={t('closed.title', { name: `\u2068${client.name}\u2069` })}
      advice={say(client.state.error)}
    >
      <Button component={Link} href={href} size="xs" variant="default">
        {t('closed.open')}
      </Button>
    </Empty>
  );
}
