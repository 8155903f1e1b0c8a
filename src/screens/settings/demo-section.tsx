import { Button, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './settings.module.css';

/** Opens the demo, or deletes all of it in one click. */
export function DemoSection({ open }: { readonly open: boolean }) {
  const { t } = useTranslation('settings');
  const trpc = useTRPC();
  const make = useMutation(trpc.demo.open.mutationOptions());
  const remove = useMutation(trpc.demo.remove.mutationOptions());
  const error = make.error ?? remove.error;
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('demo')}</Title>
      <Text c="dimmed">{t(open ? 'demoOpen' : 'demoClosed')}</Text>
      <div className={classes['actions']}>
        {open && (
          <Button variant="outline" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('deleteDemo')}
          </Button>
        )}
        {!open && (
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
            {t('openDemo')}
          </Button>
        )}
      </div>
      {error && <FailureNotice failure={failureOf(error)} />}
    </section>
  );
}
