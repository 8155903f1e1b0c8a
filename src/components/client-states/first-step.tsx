import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Empty } from '../empty/empty.tsx';

interface FirstStepProps {
  readonly lacks: 'noClients' | 'noMailbox';
  /** Where it is made; null for who may not. */
  readonly href: string | null;
}

/** Nothing can be shown before there is a client, and a mailbox that its customers write to. */
export function FirstStep({ lacks, href }: FirstStepProps) {
  const { t } = useTranslation('inbox');
  return (
    <Empty
      icon={lacks === 'noClients' ? 'clients' : 'inbox'}
      title={t(`${lacks}.title`)}
      advice={t(`${lacks}.advice`)}
    >
      {href !== null && (
        <Button component={Link} href={href} size="xs" variant="default">
          {t(`${lacks}.add`)}
        </Button>
      )}
    </Empty>
  );
}
